using System.Collections.Immutable;
using HilBench.Rules;

namespace HilBench.Judging;

/// <summary>What the judge says of one purpose.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Rule">The rule that was applied, after its end.</param>
/// <param name="Result">What the rule said.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Missing">Evidence requirements that were not met.</param>
public sealed record PurposeVerdict(
    TestPurpose Purpose,
    IRule Rule,
    RuleResult Result,
    Verdict Verdict,
    string Reason,
    ImmutableArray<EvidenceRequirement> Missing);
