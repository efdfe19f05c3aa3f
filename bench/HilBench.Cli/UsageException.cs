namespace HilBench.Cli;

/// <summary>The command line cannot be carried out as it is written. The message says what, and what to write instead.</summary>
/// <param name="message">One line for the user.</param>
internal sealed class UsageException(string message) : Exception(message);
