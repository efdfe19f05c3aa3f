using System.Collections.Immutable;
using HilBench.Wire.Rsu;

namespace HilBench.Rigs;

/// <summary>A road-side unit of a rig file.</summary>
public sealed record RoadSideUnitPlan : DevicePlan
{
    /// <summary>How the rig file writes this kind.</summary>
    public const string Word = "rsu";

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>Its radio's MAC address, six octets; zeros where the rig file does not say it, which only a real device may.</summary>
    public required ImmutableArray<byte> Mac { get; init; }

    /// <summary>How long it takes from a datagram to the air.</summary>
    public required TimeSpan ProcessingDelay { get; init; }

    /// <summary>Name of the signal controller whose feed it gets.</summary>
    public required string Controller { get; init; }

    /// <summary>What it may forward at once.</summary>
    public required ImmutableArray<ForwardRowPlan> ForwardRows { get; init; }

    /// <summary>The objects by which it is managed when there is SNMP.</summary>
    public RsuMib Mib { get; init; } = RsuMib.Ntcip1218;

    /// <summary>What its vendor does its own way, in the words of <c>rigs/README.md</c>; empty for a unit that does as its MIB says.</summary>
    public ImmutableArray<string> Dialect { get; init; } = [];

    /// <summary>Offset from UTC of its delivery times.</summary>
    public TimeSpan DeliveryOffset { get; init; }

    /// <summary>First row that the bench uses of each table.</summary>
    public int FirstRow { get; init; } = 1;

    /// <summary>How the bench reaches it as the cloud platform; null when it does not.</summary>
    public CloudPlan? Cloud { get; init; }
}
