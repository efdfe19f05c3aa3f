using System.Net;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>The tables of RSU 4.1 (1.0.15628.4.1.4, .5 and .7).</summary>
internal sealed class Rsu41Tables : IRsuTables
{
    private const int Capacity = 100;
    private const int LeastChannel = 172;
    private const int GreatestChannel = 184;

    private readonly RsuQuirks _quirks;
    private readonly RsuColumns _columns;

    /// <summary>Makes empty tables.</summary>
    /// <param name="operation">The unit: its rows can be edited in standby only.</param>
    /// <param name="quirks">Its personalities.</param>
    public Rsu41Tables(RsuOperation operation, RsuQuirks quirks)
    {
        _quirks = quirks;
        _columns = new RsuColumns(quirks);
        var rules = new RowTableRules(Capacity)
        {
            MayEdit = () => quirks.EditsInOperate || operation.Mode == RsuMode.Standby,
            RowsByColumns = quirks.RowsByColumns,
            ActiveReads = quirks.ActiveReads,
        };
        Repeat = new RowTable(
            Rsu41Objects.StoreAndRepeat,
            [
                _columns.Psid(2), TableColumn.Integer32(3, 0, short.MaxValue), TableColumn.Integer32(4, 0, 1, 0), TableColumn.Integer32(5, LeastChannel, GreatestChannel),
                TableColumn.Integer32(6, 1, int.MaxValue), RsuColumns.Minutes(7), RsuColumns.Minutes(8), RsuColumns.Payload(9), TableColumn.Integer32(10, 0, 1, 0),
            ],
            11,
            rules);
        Immediate = new RowTable(
            Rsu41Objects.ImmediateForward,
            [
                _columns.Psid(2), TableColumn.Integer32(3, 0, short.MaxValue), TableColumn.Integer32(4, 0, 1, 0), TableColumn.Integer32(5, LeastChannel, GreatestChannel),
                TableColumn.Integer32(6, 0, 1, 0),
            ],
            7,
            rules);

        // Column 5 is the protocol, tcp 1 or udp 2: this unit has UDP only.
        Received = new RowTable(
            Rsu41Objects.ReceivedMessages,
            [
                _columns.Psid(2), RsuColumns.Address(3), TableColumn.Integer32(4, 1024, 65535), TableColumn.Integer32(5, 2, 2, 2),
                TableColumn.Integer32(6, RsuColumns.LeastLevel, RsuColumns.GreatestLevel, RsuColumns.LeastLevel), TableColumn.Integer32(7, 1, 9, 1),
                RsuColumns.Minutes(8), RsuColumns.Minutes(9), TableColumn.Integer32(10, 0, 1, 0),
            ],
            11,
            rules);
    }

    public RowTable Repeat { get; }

    public RowTable Immediate { get; }

    public RowTable Received { get; }

    public RowTable? Transmitted => null;

    public RepeatedMessage? ReadRepeat(TableRow row) => !row.IsActive || row.Integer(10) == 0 ? null
        : new RepeatedMessage(
            _columns.ReadPsid(row.Octets(2)),
            (byte)row.Integer(5),
            row.Octets(9),
            IsData: false,
            _quirks.IntervalInSeconds ? TimeSpan.FromSeconds(row.Integer(6)) : TimeSpan.FromMilliseconds(row.Integer(6)),
            _columns.ReadWindow(row, 7, 8));

    public ForwardingRule? ReadImmediate(TableRow row) => !row.IsActive || row.Integer(6) == 0 ? null
        : new ForwardingRule(
            _columns.ReadPsid(row.Octets(2)), _quirks.ForwardsAnyMessageId || row.Integer(3) == 0 ? null : row.Integer(3), row.Integer(5));

    public RepeatedMessage? ReadImmediatePayload(TableRow row, IReadOnlyCollection<uint> assigned) => null;

    public HostForwarding? ReadReceived(TableRow row) => !row.IsActive || row.Integer(10) == 0 ? null
        : new HostForwarding(
            _columns.ReadPsid(row.Octets(2)),
            new IPEndPoint(_columns.ReadAddress(row.Octets(3)), row.Integer(4)),
            row.Integer(6),
            row.Integer(7),
            _columns.ReadWindow(row, 8, 9),
            _quirks.Forwards ?? ForwardedForm.Dot2Data);

    public HostForwarding? ReadTransmitted(TableRow row) => null;

    public void SeedImmediate(uint index, ImmediateForwardRow row) => Immediate.Seed(
        index,
        (2u, SnmpValue.OctetString(PsidOctets.Encode(row.Psid, _quirks.PsidReads == PsidForm.Plain ? PsidForm.Plain : PsidForm.Encoded))),
        (3u, SnmpValue.Integer32(0)),
        (5u, SnmpValue.Integer32(row.Channel)),
        (6u, SnmpValue.Integer32(1)));
}
