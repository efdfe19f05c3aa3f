using System.Globalization;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>US-BSM-004: BSMs leave an OBU every 100 ms ± 5 ms. SAE J2945/1 6.3.3.</summary>
public sealed class BsmInterval : IRule
{
    private const string Expected = "95 ms to 105 ms";
    private static readonly TimeSpan Nominal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(5);

    private readonly FindingLog _findings = new("bsm-interval");
    private readonly SortedDictionary<string, SampleSet> _intervals = new(StringComparer.Ordinal);
    private readonly ObuStreams _obus;

    /// <summary>A rule for one recording.</summary>
    public BsmInterval() => _obus = new ObuStreams { Silent = CheckSilence };

    /// <inheritdoc/>
    public string Name => "bsm-interval";

    /// <inheritdoc/>
    public string Statement =>
        "The time between one BSM of an OBU and its next, under one source address, is 100 ms ± 5 ms; an OBU that has position and stays silent "
        + "for longer breaks it too.";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _findings.Observe(observation);
        var stream = _obus.Observe(observation, out var message);
        if (stream is null || message is null)
        {
            return;
        }

        if (stream.Previous is { } previous)
        {
            Check(stream.Device, previous.Observation, observation);
        }

        stream.Previous = (observation, message);
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        _findings.End();
        if (_obus.Conclude(recordingEnd) is { } reason)
        {
            return FindingLog.NotApplicable(reason);
        }

        var least = _obus.Obus.Min(obu => _intervals.GetValueOrDefault(obu.Device)?.Count ?? 0);
        var measurements = _intervals.Select(pair => Measure(pair.Key, pair.Value, recordingEnd.Clock));
        return _findings.Conclude(recordingEnd, [new Evidence("BSM intervals", least, "intervals")], [.. measurements]);
    }

    private void Check(string device, Observation previous, Observation current)
    {
        var interval = current.At - previous.At;
        if (!_intervals.TryGetValue(device, out var samples))
        {
            _intervals.Add(device, samples = new SampleSet());
        }

        samples.Add(current.At.NanosecondsSince(previous.At) / 1e6, current.At);
        var excess = (interval - Nominal).Duration() - Tolerance;
        if (excess > TimeSpan.Zero)
        {
            _findings.Timing(
                device,
                (previous.At, current.At),
                excess,
                $"the time from one BSM to the next is {InWords.Ms(interval)}",
                Expected,
                InWords.Ms(interval),
                ObservationRef.To(current),
                ObservationRef.To(previous));
        }
    }

    private void CheckSilence(string device, Observation? lastMessage, Instant since, Instant until)
    {
        var silence = until - since;
        if (silence <= Nominal + Tolerance)
        {
            return;
        }

        var message = lastMessage is null
            ? $"the OBU had position for {InWords.Seconds(silence)} and sent no BSM"
            : $"the OBU had position for {InWords.Seconds(silence)} after its last BSM and sent none";
        ReadOnlySpan<ObservationRef> proof = lastMessage is null ? [] : [ObservationRef.To(lastMessage)];
        _findings.Silence(device, (since, until), since + Nominal + Tolerance, silence - Nominal - Tolerance, message, Expected, $"silence of {InWords.Ms(silence)}", proof);
    }

    private Measurement Measure(string device, SampleSet samples, StampClock clock)
    {
        var bound = samples.MeanBound();
        var name = _intervals.Count == 1 ? "bsm-interval" : $"bsm-interval-{device}";
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"Time between consecutive BSMs of {device} on its air tap; the mean lies between {samples.Mean - bound:0.000} ms and {samples.Mean + bound:0.000} ms with 95 % confidence");
        return clock.Measure(name, description, samples, new Limit(95, 105, "95 ms to 105 ms for every interval"));
    }
}
