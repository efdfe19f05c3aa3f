using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Watch.Following;

/// <summary>Counts the packets of each tap, in all and over the last seconds. Its memory does not grow with the recording.</summary>
internal sealed class TapRates
{
    private const long BinNanoseconds = 100_000_000;
    private const int Bins = 20;
    private readonly SortedDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes a packet.</summary>
    public void Observe(string tap, Instant at)
    {
        if (!_counts.TryGetValue(tap, out var count))
        {
            _counts.Add(tap, count = new Count());
        }

        count.Take(at);
    }

    /// <summary>The rates at a moment, by name of the tap.</summary>
    public ImmutableArray<TapRate> At(Instant now) => [.. _counts.Select(pair => pair.Value.At(pair.Key, now))];

    private sealed class Count
    {
        private readonly (long Bin, int Packets)[] _ring = new (long, int)[2 * Bins];
        private long _packets;
        private Instant _last;

        public void Take(Instant at)
        {
            var bin = at.UnixNanoseconds / BinNanoseconds;
            ref var place = ref _ring[bin % _ring.Length];
            place = place.Bin == bin ? (bin, place.Packets + 1) : (bin, 1);
            _packets++;
            _last = at > _last ? at : _last;
        }

        // The bin of the moment itself is not full yet, so the two seconds end before it.
        public TapRate At(string tap, Instant now)
        {
            var current = now.UnixNanoseconds / BinNanoseconds;
            var recent = _ring.Where(place => place.Bin >= current - Bins && place.Bin < current).Sum(place => place.Packets);
            var since = now - _last;
            return new TapRate(tap, recent * 1e9 / (Bins * BinNanoseconds), _packets, since > TimeSpan.Zero ? since : TimeSpan.Zero);
        }
    }
}
