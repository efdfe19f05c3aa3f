using HilBench.Wire.Nmea;

namespace HilBench.Rigs;

/// <summary>Capability: takes its position from the bench.</summary>
public interface IGnssInput : IDevice
{
    /// <summary>Reports a fix to it.</summary>
    void Report(GnssFix fix);
}
