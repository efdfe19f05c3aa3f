namespace HilBench.Measuring;

/// <summary>Exact order statistics of all samples (nearest rank), in the measurement's unit.</summary>
public sealed record Distribution(double Min, double Mean, double P50, double P95, double P99, double Max);
