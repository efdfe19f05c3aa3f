using System.Collections.Immutable;
using System.Globalization;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Rules;

namespace HilBench.Runs;

/// <summary>What the packets of a capture say of the recording as a whole, gathered while they are read.</summary>
internal sealed class RecordingScan
{
    private readonly Dictionary<string, (long Packets, long Undecoded)> _counts = new(StringComparer.Ordinal);
    private Instant? _first;
    private Instant? _last;
    private FloorMeasurement? _floor;

    /// <summary>Packets seen.</summary>
    public long Packets { get; private set; }

    /// <summary>Whether the bench's end mark was seen.</summary>
    public bool Complete { get; private set; }

    /// <summary>Takes the next packet.</summary>
    public void Observe(Observation observation)
    {
        Packets++;
        var (packets, undecoded) = _counts.GetValueOrDefault(observation.Tap);
        _counts[observation.Tap] = (packets + 1, undecoded + (observation.Content is UndecodedContent ? 1 : 0));
        _floor ??= (observation.Content as FloorContent)?.Floor;
        Complete |= observation.Content is RunEndContent;
        if (observation.Tap != TapName.BenchClock)
        {
            _first ??= observation.At;
            _last = observation.At;
        }
    }

    /// <summary>The end of the recording.</summary>
    public RecordingEnd End(IReadOnlyList<TapInterface> taps) =>
        new(_first ?? default, _last ?? default, Complete, Clock(taps), [.. taps.Select(tap => tap.Name)]);

    /// <summary>What the capture was.</summary>
    public CaptureIdentity Identity(string file, string sha256, long octets, IReadOnlyList<TapInterface> taps) => new(
        file,
        sha256,
        octets,
        Packets,
        _first?.ToString(),
        _last?.ToString(),
        [.. taps.Select(Summary)]);

    /// <summary>How the bound on the error of a difference of two stamps was found.</summary>
    public string UncertaintyBasis(IReadOnlyList<TapInterface> taps) =>
        IsVirtual(taps) ? "virtual clock: exact by construction"
        : _floor is not null ? string.Create(
            CultureInfo.InvariantCulture,
            $"99th percentile of the bench's own loopback self-test (n = {_floor.Count}, p50 {_floor.P50Microseconds:0} µs, max {_floor.MaxMicroseconds:0} µs; {_floor.Method})")
        : "the capture holds no self-test of the clock that stamped it";

    private static bool IsVirtual(IReadOnlyList<TapInterface> taps) => taps.Count > 0 && taps.All(tap => tap.Stamps == StampSource.Virtual);

    private StampClock Clock(IReadOnlyList<TapInterface> taps) =>
        IsVirtual(taps) ? new StampClock("virtual", TimeSpan.Zero)
        : _floor is not null ? new StampClock(OneHost(taps), TimeSpan.FromMicroseconds(_floor.P99Microseconds))
        : new StampClock("unknown", null);

    private static string OneHost(IReadOnlyList<TapInterface> taps) =>
        taps.Any(tap => tap.Stamps == StampSource.Kernel) ? "one host, kernel and user-space stamps" : "one host, user-space stamps";

    private TapSummary Summary(TapInterface tap)
    {
        var (packets, undecoded) = _counts.GetValueOrDefault(tap.Name);
        return new TapSummary(tap.Name, tap.Description, packets, undecoded);
    }
}
