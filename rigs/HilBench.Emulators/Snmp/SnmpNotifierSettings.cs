using System.Collections.Immutable;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>How an agent tells a host that something happened.</summary>
public sealed record SnmpNotifierSettings
{
    /// <summary>The version to speak.</summary>
    public SnmpVersion Version { get; init; } = SnmpVersion.V2c;

    /// <summary>The community, needed by SNMPv1 and SNMPv2c.</summary>
    public Secret? Community { get; init; }

    /// <summary>The user, needed by SNMPv3. Notifications are protected as far as its passwords allow.</summary>
    public UsmUser? User { get; init; }

    /// <summary>Whether the host is to answer (inform). SNMPv2c only.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>How long an answer is waited for after each sending; positive.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often an inform is sent again when no answer comes; 0 or more.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The kind of device that traps of SNMPv1 name.</summary>
    public ObjectId Device { get; init; } = new(1, 3, 6, 1, 4, 1, 32473);

    /// <summary>The agent's IPv4 address that traps of SNMPv1 name, four octets.</summary>
    public ImmutableArray<byte> Address { get; init; } = [127, 0, 0, 1];
}
