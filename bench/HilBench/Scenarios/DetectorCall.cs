namespace HilBench.Scenarios;

/// <summary>A detector is on for a time. Exactly one of phase and pedestrian phase is set.</summary>
/// <param name="At">When it goes on, after the start.</param>
/// <param name="For">How long it stays on.</param>
/// <param name="Phase">Phase whose vehicle detector it is.</param>
/// <param name="PedPhase">Phase whose push button it is.</param>
public sealed record DetectorCall(TimeSpan At, TimeSpan For, int? Phase, int? PedPhase);
