namespace HilBench.Runs;

/// <summary>An evidence folder, a capture or a record cannot be used. The message says what, where, what is expected and the remedy.</summary>
/// <param name="message">One line for the user.</param>
/// <param name="inner">What was thrown below; null when nothing was.</param>
public sealed class EvidenceException(string message, Exception? inner = null) : Exception(message, inner);
