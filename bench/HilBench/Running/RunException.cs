namespace HilBench.Running;

/// <summary>A run that the bench could not make or finish: not a verdict about a device. The message says what, where and the remedy.</summary>
/// <param name="message">What, where and the remedy.</param>
/// <param name="cause">What made it fail.</param>
public sealed class RunException(string message, Exception? cause = null) : Exception(message, cause);
