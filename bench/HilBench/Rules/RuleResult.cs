using System.Collections.Immutable;
using HilBench.Measuring;

namespace HilBench.Rules;

/// <summary>All a rule has to say about one recording.</summary>
public sealed record RuleResult
{
    /// <summary>Why the rule does not apply to this recording (for example no controller feed among the taps); null when it applies.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>The findings kept, in time order: all of them up to <see cref="FindingLimit"/>.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How many findings there were in all.</summary>
    public required long FindingCount { get; init; }

    /// <summary>How many of all findings fail the device, also beyond the kept ones.</summary>
    public required long FailCount { get; init; }

    /// <summary>Evidence seen.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Quantities measured on the way.</summary>
    public required ImmutableArray<Measurement> Measurements { get; init; }

    /// <summary>Most findings that one rule keeps; further ones are counted.</summary>
    public const int FindingLimit = 1000;
}
