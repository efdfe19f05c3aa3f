using HilBench.Rigs;

namespace HilBench.Drivers.OpenV2X;

/// <summary>What was sent down to a road-side unit did not arrive, was refused, or is not on the air. The message says what and what to check.</summary>
public sealed class CloudException : RigException
{
    /// <summary>Creates the exception.</summary>
    public CloudException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public CloudException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
