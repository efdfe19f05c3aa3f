using System.Collections.Immutable;
using HilBench.Rules;

namespace HilBench.Judging;

/// <summary>A catalogue row made executable: written once, run by every front door.</summary>
public sealed record TestPurpose
{
    /// <summary>Id of the catalogue row.</summary>
    public required string Id { get; init; }

    /// <summary>Evidence that a pass needs.</summary>
    public required ImmutableArray<EvidenceRequirement> MinimumEvidence { get; init; }

    /// <summary>Makes a fresh rule for one recording.</summary>
    public required Func<IRule> CreateRule { get; init; }
}
