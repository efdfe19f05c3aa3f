namespace HilBench.Observing;

/// <summary>One signal group and the phase that it shows.</summary>
/// <param name="Group">Signal group, 1 to 254.</param>
/// <param name="Phase">Vehicle phase, 1 to 16; null for a pedestrian group.</param>
/// <param name="PedPhase">Phase whose pedestrian signal it shows, 1 to 16; null for a vehicle group.</param>
public sealed record SignalGroupPhase(int Group, int? Phase, int? PedPhase);
