using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>Packets on a tap, bin by bin.</summary>
/// <param name="Tap">Name of the tap.</param>
/// <param name="Counts">Packets in each bin of the timeline.</param>
public sealed record RateTrack(string Tap, ImmutableArray<int> Counts);
