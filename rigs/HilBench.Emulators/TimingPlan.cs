using System.Collections.Immutable;

namespace HilBench.Emulators;

/// <summary>A timing plan of a signal controller.</summary>
/// <param name="Number">Its number, 1 to 255, by which the detector inputs select it.</param>
/// <param name="Phases">Its phases in the order in which each ring serves them; all plans of a controller have the same phases, rings and barriers.</param>
public sealed record TimingPlan(int Number, ImmutableArray<PhaseTiming> Phases);
