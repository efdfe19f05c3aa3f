using System.Collections.Immutable;
using HilBench.Runs;

namespace HilBench.Watch.Following;

/// <summary>All that the page shows of a run but its scene, at one moment.</summary>
internal sealed record RunState
{
    /// <summary>How far the run is.</summary>
    public RunStage Stage { get; init; }

    /// <summary>The evidence folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What was known when it started; null while nothing is there, and for folders without one.</summary>
    public RunHeader? Header { get; init; }

    /// <summary>The record as if the recording ended now, or the final one; null before the first packet.</summary>
    public RunRecord? Record { get; init; }

    /// <summary>Whether <see cref="Record"/> is the one that the judge wrote.</summary>
    public bool Final { get; init; }

    /// <summary>Packets recorded.</summary>
    public long Packets { get; init; }

    /// <summary>Time from the first packet to the last.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What each tap carries, by name.</summary>
    public ImmutableArray<TapRate> Taps { get; init; } = [];

    /// <summary>How late timers ran: the bench's own first, then emulators that run in containers.</summary>
    public ImmutableArray<Lateness> Lateness { get; init; } = [];

    /// <summary>99th percentile of the bench's loopback self-test, in microseconds; null under the virtual clock and before it is recorded.</summary>
    public double? FloorMicroseconds { get; init; }

    /// <summary>Why the recording cannot be followed any further; null while it can.</summary>
    public string? Fault { get; init; }
}
