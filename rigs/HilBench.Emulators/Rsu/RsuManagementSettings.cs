using HilBench.Emulators.Snmp;
using HilBench.Wire.Rsu;

namespace HilBench.Emulators.Rsu;

/// <summary>What the management of an RSU emulator is set to.</summary>
/// <param name="Mib">The MIB it has.</param>
/// <param name="Position">Where it stands.</param>
public sealed record RsuManagementSettings(RsuMib Mib, RsuPosition Position)
{
    /// <summary>Its mode at the start.</summary>
    public RsuMode Mode { get; init; } = RsuMode.Operate;

    /// <summary>Version of its firmware, at most 32 characters.</summary>
    public string FirmwareVersion { get; init; } = "1.0.0";

    /// <summary>Who made it, at most 32 characters; RSU 4.1 only.</summary>
    public string Manufacturer { get; init; } = "HilBench";

    /// <summary>Its id, at most 32 characters.</summary>
    public string Id { get; init; } = "rsu";

    /// <summary>Description of the place, at most 140 characters.</summary>
    public string Location { get; init; } = "test bench";

    /// <summary>MAC addresses, in the way of <c>02:00:00:00:00:01</c>, and the level in dBm at which the radio hears them; the others are heard at −70 dBm.</summary>
    public IReadOnlyDictionary<string, int> ReceivedLevels { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a restart keeps it off the air.</summary>
    public TimeSpan RestartTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Who may ask its SNMP agent; needed with <see cref="RsuPorts.Snmp"/>.</summary>
    public SnmpAgentSettings? Agent { get; init; }

    /// <summary>Opens ports to the hosts that messages and positions are forwarded to; null for a unit that forwards nothing.</summary>
    public ForwardDialer? Dial { get; init; }
}
