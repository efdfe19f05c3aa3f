namespace HilBench.Emulators;

/// <summary>Which phase a signal group shows.</summary>
/// <param name="Group">Signal group in SPaT and MAP, 1 to 254.</param>
/// <param name="Phase">Vehicle phase that it shows, 1 to 16; null for a pedestrian group.</param>
/// <param name="PedPhase">Phase whose pedestrian signal it shows, 1 to 16; null for a vehicle group.</param>
public sealed record SignalGroupMapping(int Group, int? Phase, int? PedPhase);
