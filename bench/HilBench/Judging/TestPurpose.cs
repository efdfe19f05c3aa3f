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

    /// <summary>
    /// The tightest limit in time that a device is held to; null where only content counts. A pass needs stamps whose uncertainty is known and
    /// at most a tenth of it.
    /// </summary>
    public TimeSpan? TimingLimit { get; init; }

    /// <summary>Makes a fresh rule for one recording.</summary>
    public required Func<IRule> CreateRule { get; init; }
}
