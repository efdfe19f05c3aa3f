using HilBench.Wire.Nmea;

namespace HilBench.Rigs;

/// <summary>Capability: takes its position from the bench.</summary>
public interface IGnssInput : IDevice
{
    /// <summary>Reports a fix to it.</summary>
    /// <exception cref="Links.LinkException">It could not be sent.</exception>
    void Report(GnssFix fix);
}
