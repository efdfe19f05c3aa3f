using HilBench.Rigs;
using HilBench.Wire.GbT20999;

namespace HilBench.Drivers.GbT20999;

/// <summary>A request to a signal controller over GB/T 20999 failed. The message says which controller, what was asked, what came back and what to do.</summary>
public sealed class GbT20999Exception : RigException
{
    /// <summary>Creates the exception for a controller that did not answer, or whose answer cannot be used.</summary>
    public GbT20999Exception(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public GbT20999Exception(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a controller that refused.</summary>
    /// <param name="message">The message.</param>
    /// <param name="error">What the controller said.</param>
    public GbT20999Exception(string message, GbErrorCode error)
        : base(message)
    {
        Error = error;
    }

    /// <summary>What the controller said; null when it did not refuse.</summary>
    public GbErrorCode? Error { get; }
}
