namespace HilBench.Rigs;

/// <summary>How an on-board unit tells its warnings: lines of JSON.</summary>
/// <param name="Topic">Topic on a broker; of no use on other carriers.</param>
public sealed record AlertPlan(string Topic);
