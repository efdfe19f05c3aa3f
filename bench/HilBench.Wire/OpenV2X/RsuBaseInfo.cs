namespace HilBench.Wire.OpenV2X;

/// <summary>A unit tells its versions (BaseINFO/UP).</summary>
/// <param name="RsuEsn">Serial number.</param>
/// <param name="RsuId">Number.</param>
/// <param name="ProtocolVersion">Version of the protocol.</param>
/// <param name="RsuStatus">Whether it works.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="HardwareVersion">Version of its hardware.</param>
public sealed record RsuBaseInfo(string RsuEsn, string? RsuId, string? ProtocolVersion, bool? RsuStatus, RsuLocation? Location, string? HardwareVersion);
