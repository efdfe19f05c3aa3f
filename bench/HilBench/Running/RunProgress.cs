namespace HilBench.Running;

/// <summary>How far a run is.</summary>
/// <param name="Done">Scenario time that has passed.</param>
/// <param name="Length">Length of the scenario.</param>
/// <param name="Packets">Packets recorded so far.</param>
/// <param name="Now">What runs now, in a few words.</param>
public sealed record RunProgress(TimeSpan Done, TimeSpan Length, long Packets, string Now);
