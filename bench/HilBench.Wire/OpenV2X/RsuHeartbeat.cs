namespace HilBench.Wire.OpenV2X;

/// <summary>A unit is there (HB/UP).</summary>
/// <param name="RsuEsn">Serial number.</param>
public sealed record RsuHeartbeat(string RsuEsn);
