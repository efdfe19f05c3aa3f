using System.Collections.Immutable;

namespace HilBench.Scenarios;

/// <summary>A signal plan of the controller.</summary>
/// <param name="Number">Plan number, 1 to 254.</param>
/// <param name="Phases">Its phases, in the order in which each ring serves them.</param>
public sealed record SignalPlan(int Number, ImmutableArray<PlanPhase> Phases);
