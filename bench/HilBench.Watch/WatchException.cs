namespace HilBench.Watch;

/// <summary>A run cannot be watched. The message says why, and what to do.</summary>
public sealed class WatchException : Exception
{
    /// <summary>Makes it.</summary>
    /// <param name="message">One line for the user.</param>
    public WatchException(string message)
        : base(message)
    {
    }

    /// <summary>Makes it, with its cause.</summary>
    /// <param name="message">One line for the user.</param>
    /// <param name="cause">What went wrong below.</param>
    public WatchException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
