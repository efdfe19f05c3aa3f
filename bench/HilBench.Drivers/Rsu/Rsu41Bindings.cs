using HilBench.Rigs;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Rsu;

/// <summary>What is set in the MIB of RSU 4.1.</summary>
/// <param name="values">Values as the unit takes them.</param>
internal sealed class Rsu41Bindings(RsuValues values) : IRsuBindings
{
    // TxMode: continuous. Protocol: UDP.
    private const int Continuous = 0;
    private const int Udp = 2;

    public ObjectId Root => Rsu41Objects.Root;

    public VariableBinding Mode(RsuMode mode) => new(
        Rsu41Objects.Mode.Append(0), SnmpValue.Integer32(mode switch { RsuMode.Standby => 2, RsuMode.Operate => 4, _ => 16 }));

    public VariableBinding[] Stored(uint index, StoredMessageRow row) => Row(
        Rsu41Objects.StoreAndRepeat, index,
        (2, values.Psid(row.Psid)), (3, Number(row.MessageId)), (4, Number(Continuous)), (5, Number(row.Channel)), (6, values.Interval(row.Interval)),
        (7, values.Minutes(row.Start)), (8, values.Minutes(row.Stop)), (9, SnmpValue.OctetString(row.Payload.Span)), (10, RsuValues.Flag(row.Enabled)));

    public VariableBinding[] Immediate(uint index, ImmediateForwardRow row) => Row(
        Rsu41Objects.ImmediateForward, index,
        (2, values.Psid(row.Psid)), (3, Number(row.MessageId)), (4, Number(Continuous)), (5, Number(row.Channel)), (6, RsuValues.Flag(row.Enabled)));

    public VariableBinding[] Received(uint index, HostForwardRow row) => Row(
        Rsu41Objects.ReceivedMessages, index,
        (2, values.Psid(row.Psid)), (3, values.Address(row.Host.Address)), (4, Number(row.Host.Port)), (5, Number(Udp)), (6, Number(row.LeastLevel)),
        (7, Number(row.Nth)), (8, values.Minutes(row.Start)), (9, values.Minutes(row.Stop)), (10, RsuValues.Flag(true)));

    public VariableBinding[] Transmitted(uint index, HostForwardRow row) =>
        throw new RigException("The MIB of RSU 4.1 has no table that mirrors transmitted messages to a host; NTCIP 1218 has. Watch the air instead.");

    public ObjectId StatusOf(RsuTable table, uint index) => table switch
    {
        RsuTable.Stored => Rsu41Objects.StoreAndRepeat.Append(1, 11, index),
        RsuTable.Immediate => Rsu41Objects.ImmediateForward.Append(1, 7, index),
        _ => Rsu41Objects.ReceivedMessages.Append(1, 11, index),
    };

    private static SnmpValue Number(int value) => SnmpValue.Integer32(value);

    private static VariableBinding[] Row(ObjectId table, uint index, params (uint Column, SnmpValue Value)[] values) =>
        [.. values.Select(one => new VariableBinding(table.Append(1, one.Column, index), one.Value))];
}
