using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>An on-board unit of a rig file.</summary>
public sealed record OnBoardUnitPlan : DevicePlan
{
    /// <summary>How the rig file writes this kind.</summary>
    public const string Word = "obu";

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>Its radio's MAC address, six octets; zeros where the rig file does not say it, which only a real device may.</summary>
    public required ImmutableArray<byte> Mac { get; init; }

    /// <summary>The serial line on which it takes positions; null when it takes them over UDP.</summary>
    public SerialPlan? Gnss { get; init; }
}
