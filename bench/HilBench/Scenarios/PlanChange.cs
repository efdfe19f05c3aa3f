namespace HilBench.Scenarios;

/// <summary>The controller is told to change its plan.</summary>
/// <param name="At">When, after the start.</param>
/// <param name="Plan">Number of the new plan.</param>
public sealed record PlanChange(TimeSpan At, int Plan);
