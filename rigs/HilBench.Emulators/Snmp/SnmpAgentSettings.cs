using System.Collections.Immutable;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Who may ask an agent, and what it can take.</summary>
public sealed record SnmpAgentSettings
{
    /// <summary>Longest message that SNMP over UDP has (RFC 3417 3.2: 65507 octets of UDP payload over IPv4).</summary>
    public const int LongestMessageOctets = 65507;

    /// <summary>Community of SNMPv1 and SNMPv2c that may read; null: none.</summary>
    public Secret? ReadCommunity { get; init; }

    /// <summary>Community of SNMPv1 and SNMPv2c that may read and assign; null: none.</summary>
    public Secret? WriteCommunity { get; init; }

    /// <summary>Users of SNMPv3.</summary>
    public ImmutableArray<SnmpAgentUser> Users { get; init; } = [];

    /// <summary>The agent's engine id, 5 to 32 octets. The default has the enterprise number that RFC 5612 keeps for documentation.</summary>
    public EngineId Engine { get; init; } = EngineId.OfText(32473, "hilbench");

    /// <summary>How often the engine has started, 1 to 2³¹ − 2. A device that starts again has a greater number.</summary>
    public int Boots { get; init; } = 1;

    /// <summary>Most bindings that a request may have; more is answered with tooBig. 0: no limit.</summary>
    public int MaxBindings { get; init; }

    /// <summary>Octets of the longest message that the agent sends, 484 (RFC 3417 3.2.1) to <see cref="LongestMessageOctets"/>.</summary>
    public int MaxMessageOctets { get; init; } = 8192;

    /// <summary>Quirks by their names in <see cref="PersonalityTable"/>; those that are not an agent's are left to the device.</summary>
    public ImmutableHashSet<string> Personalities { get; init; } = [];
}
