using System.Collections.Immutable;
using System.Globalization;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>
/// The findings of one rule. Timing findings wait for the end of the recording: only then is it known how late the bench was, and how far the
/// stamps can be trusted. When there are thousands, each waits 10 s of the recording: by then the bench and its emulators, which tell each second,
/// have told their lateness.
/// </summary>
/// <param name="rule">Name of the rule.</param>
internal sealed class FindingLog(string rule)
{
    private const int MostWaiting = 4096;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    private readonly List<Entry> _waiting = [];
    private readonly BenchLateness _lateness = new();
    private EarliestFindings _settled = new();
    private (EarliestFindings Settled, int Waiting)? _going;
    private TimeSpan _uncertainty;
    private int _room = MostWaiting;

    /// <summary>Takes an observation, for the bench's own lateness.</summary>
    public void Observe(Observation observation)
    {
        _lateness.Observe(observation);
        if (observation.Content is FloorContent floor)
        {
            _uncertainty = TimeSpan.FromMicroseconds(floor.Floor.P99Microseconds);
        }

        if (_waiting.Count >= _room)
        {
            SettleBefore(observation.At - Wait);
            _room = Math.Max(MostWaiting, 2 * _waiting.Count);
        }
    }

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
        _settled.Add(observation.At, finding);
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

    /// <summary>
    /// Findings from here on are there because the recording ends here. They are in the next result and then gone: a recording that is still being made goes on.
    /// </summary>
    public void End() => _going = (_settled.Copy(), _waiting.Count);

    /// <summary>The rule's result as if the recording ended here.</summary>
    public RuleResult Conclude(RecordingEnd end, ImmutableArray<Evidence> evidence, ImmutableArray<Measurement> measurements)
    {
        var (settled, waiting) = _going ?? (_settled.Copy(), _waiting.Count);
        var uncertainty = _uncertainty;
        _uncertainty = end.TimingUncertainty ?? TimeSpan.Zero;
        _waiting.ForEach(Settle);
        var result = new RuleResult
        {
            Findings = _settled.ToImmutable(),
            FindingCount = _settled.Count,
            FailCount = _settled.Fails,
            Evidence = evidence,
            Measurements = measurements,
        };
        (_settled, _uncertainty, _going) = (settled, uncertainty, null);
        _waiting.RemoveRange(waiting, _waiting.Count - waiting);
        return result;
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
        _waiting.Add(new Entry(span.From, span.To, finding, excess));
    }

    private void SettleBefore(Instant at)
    {
        _waiting.FindAll(entry => entry.To < at).ForEach(Settle);
        _waiting.RemoveAll(entry => entry.To < at);
    }

    private void Settle(Entry entry)
    {
        var (late, who) = _lateness.Of(entry.Finding.Device, entry.From, entry.To);
        var finding = late >= BenchLateness.Least && entry.Excess <= late + _uncertainty ? Doubtful(entry.Finding, $"{who} ran {Milliseconds(late)} late in that time")
            : entry.Excess <= _uncertainty && _uncertainty > TimeSpan.Zero ? Doubtful(entry.Finding, $"the stamps are uncertain by {Milliseconds(_uncertainty)}")
            : entry.Finding;
        _settled.Add(entry.To, finding);
    }

    private static Finding Doubtful(Finding finding, string why) =>
        finding with { Verdict = Verdict.Inconclusive, Message = $"{finding.Message}; {why}, so the device is not blamed" };

    private static string Milliseconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.###} ms");

    private sealed record Entry(Instant From, Instant To, Finding Finding, TimeSpan Excess);
}
