using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-CI-001: more than 90 and fewer than 110 SPaTs in each 10 s. CTI 4501 3.3.3.1.5.1.</summary>
public sealed class SpatBroadcastRate : IRule
{
    private const int More = 90;
    private const int Fewer = 110;
    private const string Expected = "more than 90 and fewer than 110 in 10 s";
    private static readonly TimeSpan Hop = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = 2 * Hop;
    private static readonly TimeSpan Nominal = TimeSpan.FromMilliseconds(100);

    private readonly FindingLog _findings = new("spat-broadcast-rate");
    private readonly Dictionary<IntersectionKey, RateCounter> _streams = [];
    private readonly RsuMessages _messages;

    /// <summary>A rule for one recording.</summary>
    public SpatBroadcastRate() => _messages = new RsuMessages { Spat = Count };

    /// <inheritdoc/>
    public string Name => "spat-broadcast-rate";

    /// <inheritdoc/>
    public string Statement =>
        "An RSU sends more than 90 and fewer than 110 SPaTs of an intersection in every window of 10 s that begins 0 s, 5 s, 10 s … after the first "
        + "one and ends inside the recording; messages that it only forwards do not count.";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _findings.Observe(observation);
        _messages.Observe(observation);
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        if (_messages.Conclude(recordingEnd) is { } reason)
        {
            return FindingLog.NotApplicable(reason);
        }

        _findings.End();
        var counts = new SampleSet();
        var least = int.MaxValue;
        foreach (var (key, counter) in _streams)
        {
            least = Math.Min(least, Check(key, counter, recordingEnd.Last, counts));
        }

        foreach (var device in _messages.Devices.Where(device => _streams.Keys.All(key => key.Device != device)))
        {
            least = 0;
            CheckSilent(device, recordingEnd);
        }

        var measurement = recordingEnd.Clock.Count(
            "spat-rate",
            "SPaTs of an intersection on the RSU's air tap in sliding windows of 10 s, hop 5 s",
            "messages per 10 s",
            counts,
            new Limit(More, Fewer, "more than 90 and fewer than 110 in every window") { Exclusive = true });
        return _findings.Conclude(recordingEnd, [new Evidence("10 s windows", least, "windows")], [measurement]);
    }

    private void Count(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        if (!_streams.TryGetValue(key, out var counter))
        {
            _streams.Add(key, counter = new RateCounter(observation.At, Hop));
        }

        counter.Add(observation);
    }

    private int Check(IntersectionKey key, RateCounter counter, Instant last, SampleSet counts)
    {
        var windows = 0;
        foreach (var window in counter.Windows(slots: 2, last))
        {
            windows++;
            counts.Add(window.Count, window.From);
            if (window.Count is > More and < Fewer)
            {
                continue;
            }

            var excess = window.Count <= More ? (More + 1 - window.Count) * Nominal : (window.Count - Fewer + 1) * Nominal;
            _findings.Timing(
                key.Device,
                (window.From, window.From + Window),
                excess,
                $"{InWords.Count(window.Count, "SPaT")} of {key} in the 10 s from {window.From}",
                Expected,
                $"{window.Count}",
                window.First is null ? [] : [window.First]);
        }

        return windows;
    }

    private void CheckSilent(string device, RecordingEnd end)
    {
        if (end.Length >= Window)
        {
            _findings.Timing(
                device,
                (end.First, end.Last),
                end.Length,
                $"{device} sent no SPaT of its own in {InWords.Seconds(end.Length)}",
                Expected,
                "0");
        }
    }
}
