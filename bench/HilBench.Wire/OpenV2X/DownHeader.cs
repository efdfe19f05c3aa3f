using System.Text.Json.Serialization;

namespace HilBench.Wire.OpenV2X;

/// <summary>What all that goes down has in common (CONFIG/DOWN, MNG/DOWN); the rest is the platform's.</summary>
/// <param name="SeqNum">Number that the acknowledgement repeats; null when none is asked for.</param>
public sealed record DownHeader([property: JsonConverter(typeof(SequenceTextConverter))] string? SeqNum);
