using System.Text.Json.Serialization;

namespace HilBench.Measuring;

/// <summary>Bounds for every sample of a measurement, in its unit; an absent bound does not apply.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Text">The limit in words with unit, for example <c>at most 50 ms for every message</c>.</param>
public sealed record Limit(double? Lower, double? Upper, string Text)
{
    /// <summary>True when a sample on a bound breaks the limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Exclusive { get; init; }
}
