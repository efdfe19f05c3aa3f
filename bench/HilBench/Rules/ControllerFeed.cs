using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>US-CI-002: a controller sends 10 ± 1 SPaT datagrams a second and never pauses longer than 300 ms. CTI 4501 3.3.3.1.5.</summary>
public sealed class ControllerFeed : IRule
{
    private const int Least = 18;
    private const int Most = 22;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Nominal = TimeSpan.FromMilliseconds(100);

    private readonly FindingLog _findings = new("controller-feed");
    private readonly SortedDictionary<string, Feed> _feeds = new(StringComparer.Ordinal);
    private readonly SampleSet _gaps = new();

    /// <inheritdoc/>
    public string Name => "controller-feed";

    /// <inheritdoc/>
    public string Statement =>
        "A controller sends 18 to 22 SPaT datagrams (TSCBM) in every 2 s from its first one on, and from the start of the recording to its end no more than 300 ms "
        + "pass without one.";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _findings.Observe(observation);
        if (observation is not { Direction: Direction.FromDevice, Content: TscbmContent })
        {
            return;
        }

        if (!_feeds.TryGetValue(observation.Tap, out var feed))
        {
            _feeds.Add(observation.Tap, feed = new Feed(new RateCounter(observation.At, Window), observation));
        }
        else
        {
            _gaps.Add(observation.At.NanosecondsSince(feed.Last.At) / 1e6, observation.At);
            CheckGap(observation.Tap, feed.Last.At, observation.At, feed.Last, observation);
        }

        feed.Counter.Add(observation);
        feed.Last = observation;
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        var silent = recordingEnd.Taps.Where(tap => TapName.Is(tap, "spat") && !_feeds.ContainsKey(tap)).ToList();
        if (silent.Count + _feeds.Count == 0)
        {
            return FindingLog.NotApplicable("the recording has no tap on a controller's SPaT feed");
        }

        _findings.End();
        var counts = new SampleSet();
        foreach (var tap in silent)
        {
            CheckGap(tap, recordingEnd.First, recordingEnd.Last);
        }

        foreach (var (tap, feed) in _feeds)
        {
            CheckGap(tap, recordingEnd.First, feed.First.At, feed.First);
            CheckGap(tap, feed.Last.At, recordingEnd.Last, feed.Last);
            CheckRate(tap, feed.Counter, recordingEnd.Last, counts);
        }

        var seconds = silent.Count > 0 ? 0 : _feeds.Values.Min(feed => (feed.Last.At - feed.First.At).TotalSeconds);
        return _findings.Conclude(recordingEnd, [new Evidence("controller feed", seconds, "s")], Measure(recordingEnd.Clock, counts));
    }

    private void CheckGap(string tap, Instant from, Instant to, params ReadOnlySpan<Observation> ends)
    {
        var gap = to - from;
        if (gap <= Gap)
        {
            return;
        }

        var proof = new List<ObservationRef>();
        foreach (var observation in ends)
        {
            proof.Add(ObservationRef.To(observation));
        }

        _findings.Silence(
            TapName.Device(tap),
            (from, to),
            from + Gap,
            gap - Gap,
            $"no SPaT datagram for {InWords.Ms(gap)} from {from}",
            "a gap of at most 300 ms",
            InWords.Ms(gap),
            [.. proof]);
    }

    private void CheckRate(string tap, RateCounter counter, Instant last, SampleSet counts)
    {
        foreach (var window in counter.Windows(slots: 1, last))
        {
            counts.Add(window.Count, window.From);
            if (window.Count is >= Least and <= Most)
            {
                continue;
            }

            var excess = window.Count < Least ? (Least - window.Count) * Nominal : (window.Count - Most) * Nominal;
            _findings.Timing(
                TapName.Device(tap),
                (window.From, window.From + Window),
                excess,
                $"{InWords.Count(window.Count, "SPaT datagram")} in the 2 s from {window.From}",
                "18 to 22 in 2 s",
                $"{window.Count}",
                window.First is null ? [] : [window.First]);
        }
    }

    private ImmutableArray<Measurement> Measure(StampClock clock, SampleSet counts) =>
    [
        clock.Count(
            "controller-feed-rate",
            "TSCBM datagrams on the controller's SPaT tap in consecutive windows of 2 s",
            "messages per 2 s",
            counts,
            new Limit(Least, Most, "18 to 22 in every window")),
        clock.Measure(
            "controller-feed-gap",
            "Time between consecutive TSCBM datagrams on the controller's SPaT tap",
            _gaps,
            new Limit(null, Gap.TotalMilliseconds, "at most 300 ms")),
    ];

    private sealed class Feed(RateCounter counter, Observation first)
    {
        public RateCounter Counter => counter;

        public Observation First { get; } = first;

        public Observation Last { get; set; } = first;
    }
}
