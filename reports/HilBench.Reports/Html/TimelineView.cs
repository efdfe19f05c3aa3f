using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HilBench.Links;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>Geometry of the run's timeline: findings, stimuli, signals and packet rates above one another on one axis.</summary>
internal sealed class TimelineView
{
    public const double Width = 820;
    private const double Gap = 4;
    private const double Low = 14;
    private const double High = 22;
    private const int MostFindings = 500;
    private readonly RunTimeline _timeline;
    private readonly ImmutableArray<TimelineLane>.Builder _lanes = ImmutableArray.CreateBuilder<TimelineLane>();
    private double _top;

    private TimelineView(RunRecord run, RunTimeline timeline, Words words)
    {
        _timeline = timeline;
        Seconds = timeline.Bins * timeline.BinSeconds;
        foreach (var purpose in run.Purposes.Where(purpose => !purpose.Findings.IsDefaultOrEmpty))
        {
            AddFindings(purpose, words);
        }

        foreach (var stimuli in timeline.Stimuli.GroupBy(mark => mark.Kind, StringComparer.Ordinal))
        {
            Add(words[stimuli.Key], Low, [("stimulus", Ticks(stimuli.Select(mark => mark.At), Low))]);
        }

        foreach (var signal in timeline.Signals)
        {
            Add(words[signal.Pedestrian ? "{0} ped. group {1}" : "{0} group {1}", signal.Device, Wording.Number(signal.Group)], Low, Shown(signal));
        }

        foreach (var rate in RateLanes.Of(timeline.Rates, words))
        {
            Add(rate.Tap, High, [("rate", Bars(rate))], Wording.Quantity(rate.Counts.DefaultIfEmpty().Max() / timeline.BinSeconds));
        }
    }

    /// <summary>The lanes, from the top down.</summary>
    public ImmutableArray<TimelineLane> Lanes => _lanes.ToImmutable();

    /// <summary>Height of all lanes.</summary>
    public double Height => _top;

    /// <summary>Length of the axis, in seconds.</summary>
    public double Seconds { get; }

    public static TimelineView? Of(RunRecord run, Words words) => run.Timeline is { Bins: > 0, BinSeconds: > 0 } timeline ? new TimelineView(run, timeline, words) : null;

    // Findings that are shown in full are links to what is said of them; a lane of many has no more than those for the tabulator key to stop at.
    private void AddFindings(PurposeRecord purpose, Words words)
    {
        var marks = purpose.Findings
            .Select((record, index) => (record.Finding.Moment, Index: index))
            .Where(mark => mark.Moment is not null)
            .Take(MostFindings)
            .Select(mark => (mark.Index, At: mark.Moment!.Value))
            .ToArray();
        var links = marks.Where(mark => mark.Index < PurposeDetails.MostShown).Select(mark => new TimelineLink(
            "#" + Anchor.OfFinding(purpose, mark.Index),
            words["{0}, finding {1}, at {2} s", purpose.Row.Id, Wording.Number(mark.Index + 1), Wording.Quantity(Math.Round(mark.At.NanosecondsSince(_timeline.From) / 1e9, 3))],
            Ticks([mark.At], Low)));
        _lanes.Add(new TimelineLane(
            words["findings {0}", purpose.Row.Id], _top, Low, [("finding", Ticks(marks.Where(mark => mark.Index >= PurposeDetails.MostShown).Select(mark => mark.At), Low))])
        {
            Address = "#" + Anchor.Of("purpose", purpose.Row.Id),
            Links = [.. links],
        });
        _top += Low + Gap;
    }

    private void Add(string label, double height, ImmutableArray<(string Class, string Path)> shapes, string? most = null)
    {
        _lanes.Add(new TimelineLane(most is null ? label : $"{label} ≤ {most}/s", _top, height, shapes));
        _top += height + Gap;
    }

    private double X(Instant at) => Math.Clamp(at.NanosecondsSince(_timeline.From) / 1e9 / Seconds, 0, 1) * Width;

    private string Ticks(IEnumerable<Instant> times, double height) =>
        string.Concat(times.Select(at => $"M{C(X(at))} {C(_top)}v{C(height)}"));

    // Green is tall, yellow half as tall, red a line at the foot: told apart without colour too.
    private ImmutableArray<(string Class, string Path)> Shown(SignalTrack track)
    {
        var paths = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var i = 0; i < track.Changes.Length; i++)
        {
            var step = track.Changes[i];
            var from = X(step.At);
            var to = i + 1 < track.Changes.Length ? X(track.Changes[i + 1].At) : Width;
            var height = step.Shows switch { "green" => Low, "yellow" => Low / 2, _ => 3 };
            if (!paths.TryGetValue(step.Shows, out var path))
            {
                paths.Add(step.Shows, path = new StringBuilder());
            }

            path.Append(CultureInfo.InvariantCulture, $"M{C(from)} {C(_top + Low - height)}H{C(to)}V{C(_top + Low)}H{C(from)}Z");
        }

        return [.. paths.Select(pair => ($"lamp {pair.Key}", pair.Value.ToString()))];
    }

    private string Bars(RateTrack rate)
    {
        var most = Math.Max(1, rate.Counts.DefaultIfEmpty().Max());
        var step = Width / _timeline.Bins;
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M0 {C(_top + High)}");
        foreach (var (count, bin) in rate.Counts.Select((count, bin) => (count, bin)))
        {
            path.Append(CultureInfo.InvariantCulture, $"V{C(_top + High - (High * count / most))}H{C((bin + 1) * step)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"V{C(_top + High)}Z").ToString();
    }

    private static string C(double value) => EcdfPlot.Coordinate(value);
}
