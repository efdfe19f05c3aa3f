using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HilBench.Emulators.Rsu;
using HilBench.Emulators.Snmp;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>
/// All that one emulator is set to: the device, its links and its control port. Written as one JSON document. Exactly one of the device
/// blocks (<see cref="SignalController"/>, <see cref="Rsu"/>, <see cref="Obu"/>) is there and says which device it is.
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
