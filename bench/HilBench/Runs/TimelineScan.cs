using System.Collections.Immutable;
using System.Numerics;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Wire.CabinetIo;

namespace HilBench.Runs;

/// <summary>Gathers the timeline of a recording in one pass. Bins double in length when there are too many, so the size has a bound and nothing is dropped from a rate.</summary>
internal sealed class TimelineScan
{
    /// <summary>Most bins of a track.</summary>
    public const int MostBins = 240;

    /// <summary>Most changes of a signal group, and most stimuli.</summary>
    public const int MostMarks = 500;

    private const long FirstBinNanoseconds = 100_000_000;
    private readonly SortedDictionary<string, int[]> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<SignalTrackBuilder>> _signals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lamps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DetectorInputs> _inputs = new(StringComparer.Ordinal);
    private readonly ImmutableArray<StimulusMark>.Builder _stimuli = ImmutableArray.CreateBuilder<StimulusMark>();
    private Instant? _from;
    private Instant _last;
    private long _bin = FirstBinNanoseconds;
    private long _omitted;

    /// <summary>Takes the next observation.</summary>
    public void Observe(Observation observation)
    {
        if (observation.Tap == TapName.BenchClock)
        {
            if (observation.Content is SignalGroupsContent declared)
            {
                Declare(declared);
            }

            return;
        }

        Count(observation);
        switch (observation.Content)
        {
            case LampContent lamps:
                var shown = TapName.Device(observation.Tap);
                _lamps.Add(shown);
                Show(shown, observation.At, group => SignalIndications.Of(lamps.Lamps, group));
                break;
            case TscbmContent feed when !_lamps.Contains(TapName.Device(observation.Tap)):
                Show(TapName.Device(observation.Tap), observation.At, group => SignalIndications.Of(feed.Message, group));
                break;
            case DetectorContent detectors:
                Stimulate(observation, detectors.Inputs);
                break;
            default:
                break;
        }
    }

    /// <summary>The timeline; null for a recording without a packet.</summary>
    public RunTimeline? ToTimeline()
    {
        if (_from is not { } from)
        {
            return null;
        }

        var bins = Math.Clamp((int)(_last.NanosecondsSince(from) / _bin) + 1, 1, MostBins);
        return new RunTimeline
        {
            From = from,
            BinSeconds = _bin / 1e9,
            Bins = bins,
            Rates = [.. _counts.Select(pair => new RateTrack(pair.Key, [.. pair.Value.Take(bins)]))],
            Signals =
            [
                .. _signals.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .SelectMany(pair => pair.Value.Select(track => track.ToTrack(pair.Key)))
                    .Where(track => track.Changes.Length > 0),
            ],
            Stimuli = _stimuli.ToImmutable(),
            OmittedStimuli = _omitted,
        };
    }

    private void Declare(SignalGroupsContent declared)
    {
        foreach (var intersection in declared.Intersections)
        {
            _signals.TryAdd(intersection.Controller, [.. intersection.Groups.Select(group => new SignalTrackBuilder(group))]);
        }
    }

    private void Count(Observation observation)
    {
        var from = _from ??= observation.At;
        _last = observation.At > _last ? observation.At : _last;
        var since = Math.Max(0, observation.At.NanosecondsSince(from));
        while (since / _bin >= MostBins)
        {
            Coarsen();
        }

        if (!_counts.TryGetValue(observation.Tap, out var counts))
        {
            _counts.Add(observation.Tap, counts = new int[MostBins]);
        }

        counts[since / _bin]++;
    }

    private void Coarsen()
    {
        _bin *= 2;
        foreach (var counts in _counts.Values)
        {
            for (var i = 0; i < MostBins / 2; i++)
            {
                counts[i] = counts[2 * i] + counts[(2 * i) + 1];
            }

            Array.Clear(counts, MostBins / 2, MostBins / 2);
        }
    }

    private void Show(string device, Instant at, Func<SignalGroupPhase, SignalIndication?> indication)
    {
        if (_signals.TryGetValue(device, out var tracks))
        {
            foreach (var track in tracks)
            {
                track.Show(indication(track.Group), at);
            }
        }
    }

    private void Stimulate(Observation observation, DetectorInputs inputs)
    {
        _inputs.TryGetValue(observation.Tap, out var before);
        _inputs[observation.Tap] = inputs;
        Rise(observation, "vehicle call", (uint)(inputs.VehicleCalls & ~(before?.VehicleCalls ?? 0)));
        Rise(observation, "pedestrian call", (uint)(inputs.PedCalls & ~(before?.PedCalls ?? 0)));
        if (inputs.Plan != 0 && inputs.Plan != (before?.Plan ?? 0))
        {
            Mark(new StimulusMark(observation.At, observation.Tap, "plan", inputs.Plan));
        }
    }

    private void Rise(Observation observation, string kind, uint risen)
    {
        for (; risen != 0; risen &= risen - 1)
        {
            Mark(new StimulusMark(observation.At, observation.Tap, kind, BitOperations.TrailingZeroCount(risen) + 1));
        }
    }

    private void Mark(StimulusMark mark)
    {
        if (_stimuli.Count < MostMarks)
        {
            _stimuli.Add(mark);
        }
        else
        {
            _omitted++;
        }
    }
}
