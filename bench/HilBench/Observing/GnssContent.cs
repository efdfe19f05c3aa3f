using HilBench.Wire.Nmea;

namespace HilBench.Observing;

/// <summary>A position given to a device as a GNSS receiver does.</summary>
/// <param name="Fix">The fix.</param>
public sealed record GnssContent(GnssFix Fix) : Content;
