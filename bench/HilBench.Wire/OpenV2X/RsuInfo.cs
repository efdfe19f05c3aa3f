namespace HilBench.Wire.OpenV2X;

/// <summary>A unit names itself (INFO/UP).</summary>
/// <param name="RsuEsn">Serial number.</param>
/// <param name="RsuId">Number.</param>
/// <param name="RsuName">Name.</param>
/// <param name="Version">Version of its software.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Config">What it is set to.</param>
public sealed record RsuInfo(string RsuEsn, string? RsuId, string? RsuName, string? Version, RsuLocation? Location, System.Text.Json.JsonElement? Config);
