using HilBench.Rigs;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Rsu;

/// <summary>What is set in NTCIP 1218.</summary>
/// <param name="values">Values as the unit takes them.</param>
internal sealed class Ntcip1218Bindings(RsuValues values) : IRsuBindings
{
    private const int Udp = 2;

    // A row has to have a payload before the first message is there; it is not enabled, and never sent.
    private const byte Placeholder = 0xFE;

    public ObjectId Root => Ntcip1218Objects.Root;

    public VariableBinding Mode(RsuMode mode) => new(
        Ntcip1218Objects.SystemStatus.Append(2, 0),
        SnmpValue.Integer32(mode switch
        {
            RsuMode.Standby => 2,
            RsuMode.Operate => 3,
            _ => throw new RigException("NTCIP 1218 cannot switch a unit off: it knows standby and operate only."),
        }));

    public VariableBinding[] Stored(uint index, StoredMessageRow row) => Row(
        Ntcip1218Objects.MessageRepeat, index,
        (2, values.Psid(row.Psid)), (3, Number(row.Channel)), (4, values.Interval(row.Interval)), (5, values.Time(row.Start)), (6, values.Time(row.Stop)),
        (7, SnmpValue.OctetString(row.Payload.Span)), (8, RsuValues.Flag(row.Enabled)), (10, Number(row.Priority)), (11, values.Options(row.Sign)));

    public VariableBinding[] Immediate(uint index, ImmediateForwardRow row) => Row(
        Ntcip1218Objects.ImmediateForward, index,
        (2, values.Psid(row.Psid)), (3, Number(row.Channel)), (8, SnmpValue.OctetString([Placeholder])), (4, RsuValues.Flag(false)),
        (6, Number(row.Priority)), (7, values.Options(row.Sign)));

    public VariableBinding[] Received(uint index, HostForwardRow row) => Row(
        Ntcip1218Objects.ReceivedMessages, index,
        (2, values.Psid(row.Psid)), (3, SnmpValue.Text(row.Host.Address.ToString())), (4, Number(row.Host.Port)), (5, Number(Udp)), (6, Number(row.LeastLevel)),
        (7, Number(row.Nth)), (8, values.Time(row.Start)), (9, values.Time(row.Stop)), (11, Secure(row)));

    public VariableBinding[] Transmitted(uint index, HostForwardRow row) => Row(
        Ntcip1218Objects.TransmittedMessages, index,
        (2, values.Psid(row.Psid)), (3, SnmpValue.Text(row.Host.Address.ToString())), (4, Number(row.Host.Port)), (5, Number(Udp)),
        (6, values.Time(row.Start)), (7, values.Time(row.Stop)), (8, Secure(row)));

    /// <summary>What sends a message at once.</summary>
    public static VariableBinding[] Send(uint index, ReadOnlySpan<byte> payload) => Row(
        Ntcip1218Objects.ImmediateForward, index, (8, SnmpValue.OctetString(payload)), (4, RsuValues.Flag(true)));

    public ObjectId StatusOf(RsuTable table, uint index) => table switch
    {
        RsuTable.Stored => Ntcip1218Objects.MessageRepeat.Append(2, 1, 9, index),
        RsuTable.Immediate => Ntcip1218Objects.ImmediateForward.Append(2, 1, 5, index),
        RsuTable.Received => Ntcip1218Objects.ReceivedMessages.Append(2, 1, 10, index),
        _ => Ntcip1218Objects.TransmittedMessages.Append(2, 1, 9, index),
    };

    private static SnmpValue Secure(HostForwardRow row) => RsuValues.Flag(row.Form == ForwardedForm.Dot2Data);

    private static SnmpValue Number(int value) => SnmpValue.Integer32(value);

    private static VariableBinding[] Row(ObjectId group, uint index, params (uint Column, SnmpValue Value)[] values) =>
        [.. values.Select(one => new VariableBinding(group.Append(2, 1, one.Column, index), one.Value))];
}
