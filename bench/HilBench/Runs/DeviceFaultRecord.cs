namespace HilBench.Runs;

/// <summary>A device that the bench lost, or that refused what the run needed of it.</summary>
/// <param name="At">When the bench noticed, UTC.</param>
/// <param name="Device">The device.</param>
/// <param name="Reason">What happened, in one sentence.</param>
public sealed record DeviceFaultRecord(string At, string Device, string Reason);
