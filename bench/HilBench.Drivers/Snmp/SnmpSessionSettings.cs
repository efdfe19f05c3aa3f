using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>How the bench speaks SNMP with one agent.</summary>
public sealed record SnmpSessionSettings
{
    /// <summary>Name of the agent for messages, for example <c>asc1</c>.</summary>
    public required string Agent { get; init; }

    /// <summary>The version to speak.</summary>
    public SnmpVersion Version { get; init; } = SnmpVersion.V3;

    /// <summary>Community that reads; needed by SNMPv1 and SNMPv2c.</summary>
    public Secret? ReadCommunity { get; init; }

    /// <summary>Community that assigns; null: the one that reads.</summary>
    public Secret? WriteCommunity { get; init; }

    /// <summary>The user, needed by SNMPv3. Messages are protected as far as its passwords allow.</summary>
    public UsmUser? User { get; init; }

    /// <summary>The context of SNMPv3; most agents have the one without a name only.</summary>
    public string Context { get; init; } = "";

    /// <summary>How long an answer is waited for after each sending; positive.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a request is sent again when no answer comes; 0 or more.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Most bindings of a request that reads; 1 or more. Many controllers take few. It gets smaller when the agent says tooBig.</summary>
    public int MaxBindings { get; init; } = 10;
}
