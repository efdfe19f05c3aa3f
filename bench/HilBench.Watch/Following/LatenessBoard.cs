using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Watch.Following;

/// <summary>The worst that the bench, and each emulator in a container, ran late.</summary>
internal sealed class LatenessBoard
{
    private readonly SortedDictionary<string, (TimeSpan Worst, long Count, Instant At)> _late = new(StringComparer.Ordinal) { [string.Empty] = default };

    /// <summary>99th percentile of the bench's loopback self-test, in microseconds; null before it is recorded.</summary>
    public double? FloorMicroseconds { get; private set; }

    /// <summary>Takes an observation; all but marks of clocks are passed over.</summary>
    public void Observe(Observation observation)
    {
        if (observation.Content is ClockContent clock)
        {
            var (worst, count, at) = _late.GetValueOrDefault(clock.Device ?? string.Empty);
            _late[clock.Device ?? string.Empty] = clock.Lateness > worst ? (clock.Lateness, count + 1, clock.Deadline) : (worst, count + 1, at);
        }
        else if (observation.Content is FloorContent floor)
        {
            FloorMicroseconds = floor.Floor.P99Microseconds;
        }
    }

    /// <summary>The lateness so far, the bench's own first.</summary>
    /// <param name="first">The first packet of the recording.</param>
    public ImmutableArray<Lateness> Since(Instant first) =>
        [.. _late.Select(pair => new Lateness(pair.Key.Length == 0 ? null : pair.Key, pair.Value.Worst, pair.Value.Count, pair.Value.Count == 0 ? TimeSpan.Zero : pair.Value.At - first))];
}
