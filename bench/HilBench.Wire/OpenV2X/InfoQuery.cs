namespace HilBench.Wire.OpenV2X;

/// <summary>The platform queries a unit (INFOQuery).</summary>
/// <param name="RsuEsn">Serial number.</param>
/// <param name="InfoId">What is asked for.</param>
/// <param name="Interval">Seconds between answers; 0 for one.</param>
/// <param name="Timestamp">When it was asked, Unix seconds.</param>
public sealed record InfoQuery(string? RsuEsn, System.Text.Json.JsonElement? InfoId, int Interval, long Timestamp);
