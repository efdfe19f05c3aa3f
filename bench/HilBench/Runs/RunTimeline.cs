using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Runs;

/// <summary>What happened when, for one axis: bounded in size however long the run is.</summary>
public sealed record RunTimeline
{
    /// <summary>Where the first bin begins.</summary>
    public required Instant From { get; init; }

    /// <summary>Length of a bin, in seconds; the same for every track.</summary>
    public required double BinSeconds { get; init; }

    /// <summary>Bins from <see cref="From"/> to the last packet, at most 240.</summary>
    public required int Bins { get; init; }

    /// <summary>Packets per bin, a track a tap, by name.</summary>
    public required ImmutableArray<RateTrack> Rates { get; init; }

    /// <summary>What signal groups showed, by their lamps; by the controller's feed where no lamps were recorded.</summary>
    public required ImmutableArray<SignalTrack> Signals { get; init; }

    /// <summary>What the bench put to the controller's detectors, buttons and plan, in time order: the first 500.</summary>
    public required ImmutableArray<StimulusMark> Stimuli { get; init; }

    /// <summary>Stimuli beyond those.</summary>
    public required long OmittedStimuli { get; init; }
}
