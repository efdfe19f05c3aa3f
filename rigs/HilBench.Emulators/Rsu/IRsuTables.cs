using HilBench.Emulators.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>The tables of a road-side unit's MIB, and what their rows mean. A reading is null for a row that is not to work.</summary>
internal interface IRsuTables
{
    /// <summary>Messages to store and repeat.</summary>
    RowTable Repeat { get; }

    /// <summary>What is forwarded to the air at once.</summary>
    RowTable Immediate { get; }

    /// <summary>What is forwarded from the air to a host.</summary>
    RowTable Received { get; }

    /// <summary>What is mirrored from the unit's own transmissions to a host; null where the MIB has none.</summary>
    RowTable? Transmitted { get; }

    /// <summary>A message to store and repeat.</summary>
    RepeatedMessage? ReadRepeat(TableRow row);

    /// <summary>What may be forwarded to the air.</summary>
    ForwardingRule? ReadImmediate(TableRow row);

    /// <summary>The message that a row of the immediate-forward table sends because its columns were assigned.</summary>
    RepeatedMessage? ReadImmediatePayload(TableRow row, IReadOnlyCollection<uint> assigned);

    /// <summary>What is forwarded from the air.</summary>
    HostForwarding? ReadReceived(TableRow row);

    /// <summary>What is mirrored.</summary>
    HostForwarding? ReadTransmitted(TableRow row);

    /// <summary>Puts a row of the unit's own into the immediate-forward table.</summary>
    void SeedImmediate(uint index, ImmediateForwardRow row);
}
