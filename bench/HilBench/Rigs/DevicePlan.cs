using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>One device of a rig file. A closed family, one record a kind of device.</summary>
public abstract record DevicePlan
{
    private protected DevicePlan()
    {
    }

    /// <summary>Its name; taps are called after it, for example <c>rsu1.air</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind as the rig file writes it.</summary>
    public abstract string Kind { get; }

    /// <summary>Where it stands.</summary>
    public required DeviceHosting Hosting { get; init; }

    /// <summary>How the rig file writes where it stands.</summary>
    public string Driver => HostingWords.Of(Hosting);

    /// <summary>True when the run judges it.</summary>
    public required bool Dut { get; init; }

    /// <summary>Defects that are switched on, by name.</summary>
    public required ImmutableArray<string> Defects { get; init; }

    /// <summary>Quirks of its vendor that are switched on, by name.</summary>
    public ImmutableArray<string> Personalities { get; init; } = [];

    /// <summary>Where it is reached over UDP.</summary>
    public required DeviceAddress Address { get; init; }

    /// <summary>Where the bench listens for what it sends; null for any free port at the device's own host address, which must then be of this machine.</summary>
    public DeviceAddress? Bench { get; init; }

    /// <summary>What carries its links, by kind of link, where that is not UDP datagrams (wires in memory for an emulator).</summary>
    public ImmutableDictionary<string, CarrierPlan> Carriers { get; init; } = ImmutableDictionary<string, CarrierPlan>.Empty;

    /// <summary>How it is managed by SNMP; null when it is not.</summary>
    public SnmpPlan? Snmp { get; init; }
}
