using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HilBench.Emulators.Etsi;
using HilBench.Emulators.GbT20999;
using HilBench.Emulators.OpenV2X;
using HilBench.Emulators.Rsu;
using HilBench.Emulators.Snmp;
using HilBench.Emulators.Tci;
using HilBench.Links;
using HilBench.Wire.VehicleBus;

namespace HilBench.Emulators.Hosting;

/// <summary>
/// All that one emulator is set to: the device, its links and its control port. Written as one JSON document. Exactly one of the device
/// blocks (<see cref="SignalController"/>, <see cref="Rsu"/>, <see cref="Obu"/>, <see cref="EtsiStation"/>) is there and says which device it is.
/// </summary>
public sealed record EmulatorSettings
{
    /// <summary>Name of the device, for messages, for example <c>asc1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Settings of a signal controller.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SignalControllerSettings? SignalController { get; init; }

    /// <summary>Settings of a road-side unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RsuSettings? Rsu { get; init; }

    /// <summary>Settings of an on-board unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ObuSettings? Obu { get; init; }

    /// <summary>Settings of an ETSI ITS station.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EtsiStationSettings? EtsiStation { get; init; }

    /// <summary>What the Test Control Interface of an on-board unit states, on the link <c>tci</c>; null for a unit without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TciSettings? Tci { get; init; }

    /// <summary>What a signal controller states by GB/T 20999, on the link <c>gbt20999</c>; null for one that does not speak it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName(DeviceKinds.GbT20999)]
    public GbT20999Settings? GbT20999 { get; init; }

    /// <summary>Messages and signals of an on-board unit's vehicle bus, on the line <c>bus</c>; null for a unit without one. Part of no document.</summary>
    [JsonIgnore]
    public DbcFile? VehicleBus { get; init; }

    /// <summary>Topic of an on-board unit's warnings, where a broker carries them. Part of no document.</summary>
    [JsonIgnore]
    public string? AlertTopic { get; init; }

    /// <summary>The cloud side of a road-side unit in China, on the broker of the link <c>cloud</c>; null for a unit without one. Part of no document.</summary>
    [JsonIgnore]
    public OpenV2XRsuSettings? Cloud { get; init; }

    /// <summary>Who may ask its SNMP agent on the link <c>snmp</c>; null for a device without one. Holds secrets, so it is part of no document.</summary>
    [JsonIgnore]
    public SnmpAgentSettings? Agent { get; init; }

    /// <summary>The objects by which a road-side unit with an agent is managed, and where it stands. Part of no document.</summary>
    [JsonIgnore]
    public RsuManagementSettings? Management { get; init; }

    /// <summary>Its links by kind; which a device has: <see cref="DeviceKinds"/>.</summary>
    public required ImmutableSortedDictionary<string, LinkSettings> Links { get; init; }

    /// <summary>First tick; null for the next whole tenth of a second that is 200 ms away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? StartAt { get; init; }

    /// <summary>True when it waits for <c>start</c> on its control port.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StartOnCommand { get; init; }

    /// <summary>Where it is asked for its health and told to stop; null for nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ControlSettings? Control { get; init; }
}
