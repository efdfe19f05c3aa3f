namespace HilBench.Runs;

/// <summary>Time-of-day fields of a run.</summary>
/// <param name="StartedUtc">When the bench started the run.</param>
/// <param name="FinishedUtc">When it had judged it.</param>
public sealed record RunTimes(DateTimeOffset StartedUtc, DateTimeOffset FinishedUtc);
