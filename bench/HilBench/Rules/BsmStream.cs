using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>The BSMs that one OBU sends under one source address, since it was last without position.</summary>
/// <param name="device">The OBU.</param>
internal sealed class BsmStream(string device)
{
    /// <summary>The OBU.</summary>
    public string Device { get; } = device;

    /// <summary>The latest BSM; null after a restart.</summary>
    public (Observation Observation, BasicSafetyMessage Message)? Previous { get; set; }

    /// <summary>Length of the unbroken series up to now.</summary>
    public int Consecutive { get; set; }
}
