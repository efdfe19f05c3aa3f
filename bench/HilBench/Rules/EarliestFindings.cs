using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Links;

namespace HilBench.Rules;

/// <summary>Counts all findings of a rule, and keeps the earliest <see cref="RuleResult.FindingLimit"/> of them: memory has a bound however many there are.</summary>
internal sealed class EarliestFindings
{
    private readonly List<(Instant At, long Order, Finding Finding)> _kept = [];
    private (Instant At, Finding Finding)? _firstFail;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them fail the device.</summary>
    public long Fails { get; private set; }

    /// <summary>The same findings, to be added to on their own.</summary>
    public EarliestFindings Copy()
    {
        var copy = new EarliestFindings { Count = Count, Fails = Fails, _firstFail = _firstFail };
        copy._kept.AddRange(_kept);
        return copy;
    }

    /// <summary>Takes one, in whatever order of time they come.</summary>
    public void Add(Instant at, Finding finding)
    {
        _kept.Add((at, Count++, finding));
        if (finding.Verdict == Verdict.Fail)
        {
            Fails++;
            _firstFail = _firstFail is { } first && first.At <= at ? first : (at, finding);
        }

        if (_kept.Count >= 2 * RuleResult.FindingLimit)
        {
            Prune();
        }
    }

    /// <summary>The earliest, in time order. Where any finding fails the device, one that does is among them.</summary>
    public ImmutableArray<Finding> ToImmutable()
    {
        Prune();
        var kept = _kept.Select(entry => entry.Finding).ToArray();
        if (_firstFail is { } fail && Array.TrueForAll(kept, finding => finding.Verdict != Verdict.Fail))
        {
            kept[^1] = fail.Finding;
        }

        return [.. kept];
    }

    private void Prune()
    {
        _kept.Sort((one, other) => one.At == other.At ? one.Order.CompareTo(other.Order) : one.At.CompareTo(other.At));
        _kept.RemoveRange(Math.Min(_kept.Count, RuleResult.FindingLimit), Math.Max(0, _kept.Count - RuleResult.FindingLimit));
    }
}
