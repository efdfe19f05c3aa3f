using HilBench.Rigs;

namespace HilBench.Drivers.Docker;

/// <summary>A device could not be hosted in a container. The message says what, where and what to do.</summary>
public sealed class DockerException : RigException
{
    /// <summary>Creates the exception.</summary>
    public DockerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public DockerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
