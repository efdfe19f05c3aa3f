namespace HilBench.Observing;

/// <summary>A capture file could not be written or read. The message says which file, where in it, and the remedy.</summary>
public sealed class CaptureException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CaptureException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public CaptureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
