using HilBench.Wire.CabinetIo;

namespace HilBench.Rigs;

/// <summary>Capability: its lamps are seen by the bench.</summary>
public interface ISignalOutput : IDevice
{
    /// <summary>The lamps as last seen; null before the first report.</summary>
    LampStates? Lamps { get; }
}
