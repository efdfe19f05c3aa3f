namespace HilBench.Measuring;

/// <summary>Samples of a span of time: their extremes and the middle one, so that no outlier is hidden.</summary>
/// <param name="AtSeconds">Middle of the span, in seconds after the first sample.</param>
/// <param name="Min">Smallest sample, in the measurement's unit.</param>
/// <param name="Median">Middle sample (nearest rank).</param>
/// <param name="Max">Largest sample.</param>
public sealed record SeriesBin(double AtSeconds, double Min, double Median, double Max);
