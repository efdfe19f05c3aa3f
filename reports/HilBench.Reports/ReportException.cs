namespace HilBench.Reports;

/// <summary>A report could not be written. The message says which, where, and the remedy.</summary>
public sealed class ReportException : Exception
{
    /// <summary>An exception with nothing to say.</summary>
    public ReportException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public ReportException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public ReportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
