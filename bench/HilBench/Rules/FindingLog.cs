using System.Collections.Immutable;
using System.Globalization;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>
/// The findings of one rule. Timing findings wait for the end of the recording: only then is it known how late the bench was, and how far the
/// stamps can be trusted.
/// </summary>
/// <param name="rule">Name of the rule.</param>
internal sealed class FindingLog(string rule)
{
    private readonly List<Entry> _entries = [];
    private readonly BenchLateness _lateness = new();

    /// <summary>Takes an observation, for the bench's own lateness.</summary>
    public void Observe(Observation observation) => _lateness.Observe(observation);

    /// <summary>Reports content that breaks the rule.</summary>
    public void Content(string device, Observation observation, string message, string field, string expected, string found, params ReadOnlySpan<ObservationRef> earlier)
    {
        var finding = new Finding
        {
            Rule = rule,
            Device = device,
            Verdict = Verdict.Fail,
            Message = message,
            Field = field,
            Expected = expected,
            Found = found,
            Proof = [ObservationRef.To(observation), .. earlier],
        };
        _entries.Add(new Entry(observation.At, finding, TimeSpan.Zero, null));
    }

    /// <summary>Reports a time that breaks the rule.</summary>
    /// <param name="device">The device.</param>
    /// <param name="span">The time it is about.</param>
    /// <param name="excess">By how much the limit is exceeded: lateness of the bench of that much explains it.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="expected">What the clause asks for.</param>
    /// <param name="found">What was seen.</param>
    /// <param name="proof">The observations, the offending one first; empty when nothing came: then it was due from the beginning of that time on.</param>
    public void Timing(
        string device, (Instant From, Instant To) span, TimeSpan excess, string message, string expected, string found, params ReadOnlySpan<ObservationRef> proof)
    {
        Add(device, span, excess, message, expected, found, proof.IsEmpty ? span.From : null, proof);
    }

    /// <summary>Reports that something did not come in time, or not at all.</summary>
    /// <param name="device">The device.</param>
    /// <param name="span">The time it is about.</param>
    /// <param name="due">When it was due.</param>
    /// <param name="excess">By how much the limit is exceeded: lateness of the bench of that much explains it.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="expected">What the clause asks for.</param>
    /// <param name="found">What was seen.</param>
    /// <param name="proof">The observations that the silence lies between; empty where there are none.</param>
    public void Silence(
        string device, (Instant From, Instant To) span, Instant due, TimeSpan excess, string message, string expected, string found, params ReadOnlySpan<ObservationRef> proof)
    {
        Add(device, span, excess, message, expected, found, due, proof);
    }

    /// <summary>The rule's result.</summary>
    public RuleResult Conclude(RecordingEnd end, ImmutableArray<Evidence> evidence, ImmutableArray<Measurement> measurements)
    {
        var findings = _entries.OrderBy(entry => entry.At).Select(entry => Settle(entry, end)).ToList();
        var fails = findings.LongCount(finding => finding.Verdict == Verdict.Fail);
        var kept = findings.Take(RuleResult.FindingLimit).ToList();
        if (fails > 0 && kept.TrueForAll(finding => finding.Verdict != Verdict.Fail))
        {
            kept[^1] = findings.First(finding => finding.Verdict == Verdict.Fail);
        }

        return new RuleResult
        {
            Findings = [.. kept],
            FindingCount = findings.Count,
            FailCount = fails,
            Evidence = evidence,
            Measurements = measurements,
        };
    }

    /// <summary>The result of a rule that has nothing to judge in a recording.</summary>
    public static RuleResult NotApplicable(string reason) => new()
    {
        NotApplicable = reason,
        Findings = [],
        FindingCount = 0,
        FailCount = 0,
        Evidence = [],
        Measurements = [],
    };

    private void Add(
        string device, (Instant From, Instant To) span, TimeSpan excess, string message, string expected, string found, Instant? due, ReadOnlySpan<ObservationRef> proof)
    {
        var finding = new Finding
        {
            Rule = rule,
            Device = device,
            Verdict = Verdict.Fail,
            Message = message,
            Expected = expected,
            Found = found,
            Due = due,
            Proof = [.. proof],
        };
        _entries.Add(new Entry(span.To, finding, excess, span.From));
    }

    private Finding Settle(Entry entry, RecordingEnd end)
    {
        if (entry.From is not { } from)
        {
            return entry.Finding;
        }

        var uncertainty = end.TimingUncertainty ?? TimeSpan.Zero;
        var (late, who) = _lateness.Of(entry.Finding.Device, from, entry.At);
        if (late >= BenchLateness.Least && entry.Excess <= late + uncertainty)
        {
            return Doubtful(entry.Finding, $"{who} ran {Milliseconds(late)} late in that time");
        }

        return entry.Excess <= uncertainty && uncertainty > TimeSpan.Zero
            ? Doubtful(entry.Finding, $"the stamps are uncertain by {Milliseconds(uncertainty)}")
            : entry.Finding;
    }

    private static Finding Doubtful(Finding finding, string why) =>
        finding with { Verdict = Verdict.Inconclusive, Message = $"{finding.Message}; {why}, so the device is not blamed" };

    private static string Milliseconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.###} ms");

    private sealed record Entry(Instant At, Finding Finding, TimeSpan Excess, Instant? From);
}
