namespace HilBench.Wire.OpenV2X;

/// <summary>A road event goes down or up (RSI/DOWN, RSI/UP).</summary>
/// <param name="Rsi">The event: JSON that <see cref="RsiJson"/> reads.</param>
public sealed record RsiPayload(System.Text.Json.JsonElement Rsi);
