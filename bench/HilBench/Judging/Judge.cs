using System.Collections.Immutable;
using System.Globalization;
using HilBench.Rules;

namespace HilBench.Judging;

/// <summary>Turns what a rule saw into a verdict. The order of the reasons is the order of the verdicts: a verdict only ever gets worse.</summary>
public static class Judge
{
    /// <summary>Share of a limit in time that the uncertainty of the stamps may reach.</summary>
    public const double UncertaintyShare = 0.1;

    /// <summary>The verdict on one purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="rule">The rule that was applied, after its end.</param>
    /// <param name="result">What the rule said.</param>
    /// <param name="level">Which minimum evidence a pass needs.</param>
    /// <param name="end">The recording.</param>
    public static PurposeVerdict Decide(TestPurpose purpose, IRule rule, RuleResult result, EvidenceLevel level, RecordingEnd end)
    {
        if (result.NotApplicable is { } inapplicable)
        {
            return new PurposeVerdict(purpose, rule, result, Verdict.None, inapplicable, []);
        }

        var missing = purpose.MinimumEvidence.Where(requirement => Found(result, requirement) < requirement.At(level)).ToImmutableArray();
        var (verdict, reason) = Decide(purpose, result, level, end, missing);
        return new PurposeVerdict(purpose, rule, result, verdict, reason, missing);
    }

    /// <summary>How much of the required evidence a rule saw; 0 when it tells nothing of it.</summary>
    public static double Found(RuleResult result, EvidenceRequirement requirement) =>
        result.Evidence.FirstOrDefault(evidence => evidence.Name == requirement.Name)?.Amount ?? 0;

    private static (Verdict Verdict, string Reason) Decide(
        TestPurpose purpose, RuleResult result, EvidenceLevel level, RecordingEnd end, ImmutableArray<EvidenceRequirement> missing)
    {
        if (result.FailCount > 0)
        {
            return (Verdict.Fail, First(result, Verdict.Fail, result.FailCount));
        }

        if (missing.Length > 0)
        {
            return (Verdict.Inconclusive, string.Join("; ", missing.Select(requirement => Missing(result, requirement, level))));
        }

        if (result.FindingCount > 0)
        {
            return (Verdict.Inconclusive, First(result, Verdict.Inconclusive, result.FindingCount));
        }

        return Untrusted(purpose, end) is { } reason ? (Verdict.Inconclusive, reason) : (Verdict.Pass, Passed(result));
    }

    private static string First(RuleResult result, Verdict verdict, long count)
    {
        var first = result.Findings.First(finding => finding.Verdict == verdict);
        return count == 1 ? first.Message : string.Create(CultureInfo.InvariantCulture, $"{count} findings; the first: {first.Message}");
    }

    private static string Missing(RuleResult result, EvidenceRequirement requirement, EvidenceLevel level) => string.Create(
        CultureInfo.InvariantCulture,
        $"needs {requirement.At(level):0.#} {Words(requirement)}, saw {Found(result, requirement):0.#}");

    private static string Words(EvidenceRequirement requirement) =>
        requirement.Name.EndsWith(requirement.Unit, StringComparison.Ordinal) ? requirement.Name : $"{requirement.Unit} of {requirement.Name}";

    private static string? Untrusted(TestPurpose purpose, RecordingEnd end)
    {
        if (purpose.TimingLimit is not { } limit)
        {
            return null;
        }

        if (end.TimingUncertainty is not { } uncertainty)
        {
            return "nothing is known of the clock that stamped this capture, so a limit in time cannot be confirmed";
        }

        return uncertainty <= limit * UncertaintyShare ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the stamps are uncertain by {uncertainty.TotalMilliseconds:0.###} ms, more than a tenth of the limit of {limit.TotalMilliseconds:0.###} ms");
    }

    private static string Passed(RuleResult result) => string.Join(
        ", ",
        result.Evidence.Select(evidence => string.Create(
            CultureInfo.InvariantCulture,
            $"{evidence.Amount:0.#} {(evidence.Name.EndsWith(evidence.Unit, StringComparison.Ordinal) ? evidence.Name : $"{evidence.Unit} of {evidence.Name}")}")))
        + " and no finding";
}
