namespace HilBench.Scene;

/// <summary>A picture cannot be made: no OpenGL, or a moment that the recording does not have. The message says which, and what to do.</summary>
public sealed class SceneException : Exception
{
    /// <summary>What the machine lacks to draw, in one phrase without a remedy; null when the fault is another.</summary>
    public string? Lacking { get; init; }

    /// <summary>Makes it.</summary>
    /// <param name="message">One line for the user.</param>
    public SceneException(string message)
        : base(message)
    {
    }

    /// <summary>Makes it, with its cause.</summary>
    /// <param name="message">One line for the user.</param>
    /// <param name="cause">What went wrong below.</param>
    public SceneException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
