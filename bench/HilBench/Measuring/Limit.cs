namespace HilBench.Measuring;

/// <summary>Bounds for every sample of a measurement, in its unit; an absent bound does not apply.</summary>
/// <param name="Lower">Lower bound, inclusive unless the text says otherwise.</param>
/// <param name="Upper">Upper bound, inclusive unless the text says otherwise.</param>
/// <param name="Text">The limit in words with unit, for example <c>at most 50 ms for every message</c>.</param>
public sealed record Limit(double? Lower, double? Upper, string Text);
