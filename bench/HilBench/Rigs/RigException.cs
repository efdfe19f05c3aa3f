namespace HilBench.Rigs;

/// <summary>A device of the rig did not do what was asked of it, or could not be reached. The message says which, where, what was found and what to do.</summary>
public class RigException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RigException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public RigException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
