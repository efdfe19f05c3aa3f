namespace HilBench.Measuring;

/// <summary>Exact order statistics of all samples (nearest rank), in the measurement's unit.</summary>
/// <param name="Min">Smallest sample.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Max">Largest sample.</param>
public sealed record Distribution(double Min, double Mean, double P50, double P95, double P99, double Max);
