namespace HilBench.Measuring;

/// <summary>One point of an empirical distribution function.</summary>
/// <param name="Value">Value in the measurement's unit.</param>
/// <param name="Share">Share of samples not above the value, 0..1.</param>
public sealed record DistributionPoint(double Value, double Share);
