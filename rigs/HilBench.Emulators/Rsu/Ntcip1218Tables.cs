using System.Net;
using System.Text;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>The tables of NTCIP 1218 (.3.2, .4.2, .5.2 and .20.2).</summary>
internal sealed class Ntcip1218Tables : IRsuTables
{
    /// <summary>Most rows of each table.</summary>
    public const int Capacity = 100;

    private readonly RsuQuirks _quirks;
    private readonly RsuColumns _columns;

    /// <summary>Makes empty tables.</summary>
    /// <param name="quirks">The unit's personalities.</param>
    public Ntcip1218Tables(RsuQuirks quirks)
    {
        _quirks = quirks;
        _columns = new RsuColumns(quirks);
        var rules = new RowTableRules(Capacity) { GreatestIndex = 255, RowsByColumns = quirks.RowsByColumns, ActiveReads = quirks.ActiveReads };
        Repeat = new RowTable(
            Ntcip1218Objects.MessageRepeat.Append(2),
            [
                _columns.Psid(2), TableColumn.Integer32(3, 0, 255), TableColumn.Integer32(4, 1, int.MaxValue), RsuColumns.Time(5), RsuColumns.Time(6),
                RsuColumns.Payload(7), TableColumn.Integer32(8, 0, 1, 0), TableColumn.Integer32(10, 0, 63, 0), Options(11),
            ],
            9,
            rules);
        Immediate = new RowTable(
            Ntcip1218Objects.ImmediateForward.Append(2),
            [
                _columns.Psid(2), TableColumn.Integer32(3, 0, 255), TableColumn.Integer32(4, 0, 1, 0), TableColumn.Integer32(6, 0, 63, 0), Options(7),
                RsuColumns.Payload(8) with { Default = SnmpValue.OctetString([]) },
            ],
            5,
            rules);

        // Columns 5: the protocol, other 1 or udp 2: this unit has UDP only.
        Received = new RowTable(
            Ntcip1218Objects.ReceivedMessages.Append(2),
            [
                _columns.Psid(2), RsuColumns.AddressText(3), TableColumn.Integer32(4, 1024, 65535), TableColumn.Integer32(5, 2, 2, 2),
                TableColumn.Integer32(6, RsuColumns.LeastLevel, RsuColumns.GreatestLevel, RsuColumns.LeastLevel), TableColumn.Integer32(7, 0, 10, 1),
                RsuColumns.Time(8), RsuColumns.Time(9), TableColumn.Integer32(11, 0, 1, 0), TableColumn.Integer32(12, 0, 10, 0),
            ],
            10,
            rules);
        Transmitted = new RowTable(
            Ntcip1218Objects.TransmittedMessages.Append(2),
            [
                _columns.Psid(2), RsuColumns.AddressText(3), TableColumn.Integer32(4, 1024, 65535), TableColumn.Integer32(5, 2, 2, 2),
                RsuColumns.Time(6), RsuColumns.Time(7), TableColumn.Integer32(8, 0, 1, 0),
            ],
            9,
            rules);
    }

    public RowTable Repeat { get; }

    public RowTable Immediate { get; }

    public RowTable Received { get; }

    public RowTable Transmitted { get; }

    public RepeatedMessage? ReadRepeat(TableRow row) => !row.IsActive || row.Integer(8) == 0 ? null
        : new RepeatedMessage(
            _columns.ReadPsid(row.Octets(2)),
            (byte)row.Integer(3),
            row.Octets(7),
            IsData: !IsProcessed(row.Octets(11)),
            _quirks.IntervalInSeconds ? TimeSpan.FromSeconds(row.Integer(4)) : TimeSpan.FromMilliseconds(row.Integer(4)),
            _columns.ReadWindow(row, 5, 6));

    public ForwardingRule? ReadImmediate(TableRow row) => !row.IsActive || row.Integer(4) == 0 ? null
        : new ForwardingRule(_columns.ReadPsid(row.Octets(2)), MessageId: null, row.Integer(3));

    public RepeatedMessage? ReadImmediatePayload(TableRow row, IReadOnlyCollection<uint> assigned) =>
        !row.IsActive || row.Integer(4) == 0 || !assigned.Any(column => column is 4 or 8) || row.Octets(8).Length == 0 ? null
        : new RepeatedMessage(
            _columns.ReadPsid(row.Octets(2)), (byte)row.Integer(3), row.Octets(8), !IsProcessed(row.Octets(7)), TimeSpan.Zero, new DeliveryWindow(null, null));

    public HostForwarding? ReadReceived(TableRow row) => !row.IsActive ? null
        : new HostForwarding(
            _columns.ReadPsid(row.Octets(2)), ReadHost(row), row.Integer(6), row.Integer(7), _columns.ReadWindow(row, 8, 9), Form(row.Integer(11)));

    public HostForwarding? ReadTransmitted(TableRow row) => !row.IsActive ? null
        : new HostForwarding(_columns.ReadPsid(row.Octets(2)), ReadHost(row), int.MinValue, 1, _columns.ReadWindow(row, 6, 7), Form(row.Integer(8)));

    public void SeedImmediate(uint index, ImmediateForwardRow row) => Immediate.Seed(
        index,
        (2u, SnmpValue.OctetString(PsidOctets.Encode(row.Psid, _quirks.PsidReads == PsidForm.Plain ? PsidForm.Plain : PsidForm.Encoded))),
        (3u, SnmpValue.Integer32(row.Channel)),
        (4u, SnmpValue.Integer32(1)));

    // BITS bypass(0) secure(1) shortTerm(2) longTerm(3): one octet, bit 0 is the greatest.
    private static TableColumn Options(uint number) => TableColumn.OctetString(number, 1, 4, _ => true) with { Default = SnmpValue.OctetString([0]) };

    // Bit 0 clear: the payload is 1609.2 data already. Bit 1 (secure) changes nothing here: this unit has no credentials to sign with.
    private bool IsProcessed(byte[] options) => (options[0] & (_quirks.OptionsLeastBitFirst ? 0x01 : 0x80)) != 0;

    private ForwardedForm Form(int secure) => _quirks.Forwards ?? (secure == 1 ? ForwardedForm.Dot2Data : ForwardedForm.Message);

    private static IPEndPoint ReadHost(TableRow row) => new(IPAddress.Parse(Encoding.ASCII.GetString(row.Octets(3))), row.Integer(4));
}
