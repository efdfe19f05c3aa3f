using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>An on-board unit of a rig file.</summary>
public sealed record OnBoardUnitPlan : DevicePlan
{
    /// <summary>How the rig file writes this kind.</summary>
    public const string Word = "obu";

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>Its radio's MAC address, six octets.</summary>
    public required ImmutableArray<byte> Mac { get; init; }
}
