namespace HilBench.Links;

/// <summary>How late the loop's timer callbacks ran.</summary>
/// <param name="Count">Number of callbacks.</param>
/// <param name="P99">99th percentile, upper edge of its class (classes grow by about a tenth).</param>
/// <param name="Max">Longest lateness.</param>
public sealed record LatenessStatistics(long Count, TimeSpan P99, TimeSpan Max);
