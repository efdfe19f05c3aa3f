using System.Collections.Immutable;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>Whose notifications are taken.</summary>
public sealed record SnmpListenerSettings
{
    /// <summary>Community of traps and informs of SNMPv1 and SNMPv2c; null: none are taken.</summary>
    public Secret? Community { get; init; }

    /// <summary>Users of SNMPv3; a notification of theirs must be protected as far as their passwords allow.</summary>
    public ImmutableArray<UsmUser> Users { get; init; } = [];
}
