namespace HilBench.Links;

/// <summary>A link could not be opened or used. The message says what, where and what to do.</summary>
public sealed class LinkException : Exception
{
    /// <summary>Creates the exception.</summary>
    public LinkException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public LinkException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
