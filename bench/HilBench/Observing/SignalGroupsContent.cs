using System.Collections.Immutable;

namespace HilBench.Observing;

/// <summary>Which phase of which controller each signal group shows, as the site declares it (tap <c>bench.clock</c>, at the start of a run).</summary>
/// <param name="Intersections">One entry for each RSU that broadcasts them.</param>
public sealed record SignalGroupsContent(ImmutableArray<IntersectionSignalGroups> Intersections) : Content;
