using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Runs;

/// <summary>One test purpose with its verdict and all that supports it.</summary>
public sealed record PurposeRecord
{
    /// <summary>The catalogue row it executes.</summary>
    public required CatalogueRow Row { get; init; }

    /// <summary>Name of the rule that was applied.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule in words.</summary>
    public required string RuleStatement { get; init; }

    /// <summary>The verdict; <see cref="Verdict.None"/> when it does not apply.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in one sentence: what was missing, what failed first, why it does not apply.</summary>
    public required string Reason { get; init; }

    /// <summary>True when it does not apply to the rig or capture (not the same as inconclusive).</summary>
    public required bool NotApplicable { get; init; }

    /// <summary>Evidence asked for and seen.</summary>
    public required ImmutableArray<EvidenceRecord> Evidence { get; init; }

    /// <summary>Findings kept, in time order.</summary>
    public required ImmutableArray<FindingRecord> Findings { get; init; }

    /// <summary>How many findings there were in all.</summary>
    public required long FindingCount { get; init; }

    /// <summary>Names of the measurements that belong to it.</summary>
    public required ImmutableArray<string> Measurements { get; init; }

    /// <summary>Names of the seeded defects that it must catch, as the bench that judged knows them; empty in records of older builds.</summary>
    public ImmutableArray<string> ProvedBy
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
