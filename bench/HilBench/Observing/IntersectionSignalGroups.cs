using System.Collections.Immutable;

namespace HilBench.Observing;

/// <summary>The signal groups of one intersection.</summary>
/// <param name="Controller">Device that shows them.</param>
/// <param name="Rsu">Device that broadcasts them.</param>
/// <param name="Intersection">Intersection id in SPaT and MAP.</param>
/// <param name="Groups">The groups.</param>
public sealed record IntersectionSignalGroups(string Controller, string Rsu, int Intersection, ImmutableArray<SignalGroupPhase> Groups);
