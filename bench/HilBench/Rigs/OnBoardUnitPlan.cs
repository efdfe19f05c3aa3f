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

    /// <summary>Its vehicle's bus, which the bench plays; null when it has none.</summary>
    public VehicleBusPlan? VehicleBus { get; init; }

    /// <summary>How it tells the warnings that it gives its driver; null when it does not.</summary>
    public AlertPlan? Alerts { get; init; }

    /// <summary>How it is steered by OmniAir's Test Control Interface; null when it is not.</summary>
    public TestControlPlan? TestControl { get; init; }
}
