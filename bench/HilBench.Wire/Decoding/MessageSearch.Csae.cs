using HilBench.Asn1;
using HilBench.Wire.Csae;
using HilBench.Wire.Csae.Network;
using Day1 = HilBench.Wire.Csae.Day1;
using Day2 = HilBench.Wire.Csae.Day2;
using Draft2019 = HilBench.Wire.Csae.Day1Draft2019;
using Edition2017 = HilBench.Wire.Csae.Day1Edition2017;

namespace HilBench.Wire.Decoding;

/// <summary>China: the adaptation octet and DSMP, then a T/CSAE MessageFrame.</summary>
internal sealed partial class MessageSearch
{
    private const string DsmpProtocol = "DSMP";
    private const string Csae53 = "T/CSAE 53-2020";
    private const string Csae157 = "T/CSAE 157-2020";
    private const string Csae2017 = "T/CSAE 53-2017";
    private const string Csae2019 = "T/CSAE 53, draft of 2019";

    private MessageFamily _edition = MessageFamily.Csae;

    /// <summary>Names the edition of T/CSAE: their bits differ, and nothing in a message tells them apart.</summary>
    public void UseEdition(MessageFamily edition) => _edition = edition;

    /// <summary>Reads DSMP behind the adaptation octet 04, when its length fits what there is.</summary>
    public bool TryDsmp() => TryDsmpBehindAdaptation(input, 0);

    /// <summary>Reads DSMP with or without the adaptation octet, when its length fits what there is.</summary>
    /// <param name="octets">What may be DSMP.</param>
    /// <param name="offset">First octet in the input.</param>
    public bool TryDsmp(ReadOnlyMemory<byte> octets, int offset)
    {
        if (TryDsmpBehindAdaptation(octets, offset))
        {
            return true;
        }

        if (!TryBareDsmp(octets, out var message, out var tree))
        {
            return false;
        }

        Assume($"octet {offset} begins a DSMP without the adaptation octet: its length fits");
        ReadDsmp(octets, offset, message, tree);
        return true;
    }

    private static bool IsDsmp(ReadOnlyMemory<byte> octets) =>
        (octets.Span is [DsmpPacket.ProtocolType, ..] && TryDsmpMessage(octets[1..], out _, out _)) || TryBareDsmp(octets, out _, out _);

    private bool TryDsmpBehindAdaptation(ReadOnlyMemory<byte> octets, int offset)
    {
        if (octets.Span is not [DsmpPacket.ProtocolType, ..] || !TryDsmpMessage(octets[1..], out var message, out var tree))
        {
            return false;
        }

        Assume($"octet {offset} is 04, the adaptation type DSMP of a non-IP PC5 message, and the length of the DSMP fits");
        Add(
            "PC5 adaptation",
            offset,
            1,
            OctetField.Group(string.Empty, "adaptation header", 0, 8, [OctetField.Leaf(octets.Span, "protocolType", "unsigned 8", 0, 8, "4 (DSMP)")]));
        ReadDsmp(octets[1..], offset + 1, message, tree);
        return true;
    }

    private void ReadDsmp(ReadOnlyMemory<byte> octets, int offset, DsmpMessage message, DecodeNode? tree)
    {
        var header = octets.Length - message.Body.Data.Length;
        Add(DsmpProtocol, offset, header, tree, units: CsaeUnits.Describe);
        var aid = new DsmpPacket { Message = message }.Aid;
        if (aid is not (ShortAidValues.NetworkTest or LongAidValues.DeviceService))
        {
            ReadCsae(octets[header..], offset + header);
            return;
        }

        _name = CsaeUnits.ApplicationOf(aid);
        Assume($"what AID {aid} ({_name}) carries is no MessageFrame: its octets are kept, not decoded");
        Add("DSMP payload", offset + header, octets.Length - header, tree: null);
    }

    /// <summary>Reads a MessageFrame of the edition in use; of 2020, that of day 2 when the first bit says so. Editions are not guessed.</summary>
    public void ReadCsae(ReadOnlyMemory<byte> octets, int? offset)
    {
        switch (_edition)
        {
            case MessageFamily.Csae2017:
                Assume($"the edition that was named, {Csae2017}");
                ReadCsae<Edition2017.MessageFrame>(Csae2017, octets, offset);
                break;
            case MessageFamily.Csae2019:
                Assume($"the edition that was named, {Csae2019}");
                ReadCsae<Draft2019.MessageFrame>(Csae2019, octets, offset);
                break;
            default:
                var isDay2 = octets.Span is [>= 0x80, ..];
                var edition = isDay2 ? Csae157 : Csae53;
                Assume($"the edition {edition}: the first bit of the MessageFrame is {(isDay2 ? 1 : 0)}; other editions are not wire-compatible and are not guessed");
                if (isDay2)
                {
                    ReadCsae<Day2.MessageFrame>(edition, octets, offset);
                }
                else
                {
                    ReadCsae<Day1.MessageFrame>(edition, octets, offset);
                }

                break;
        }
    }

    private void ReadCsae<T>(string edition, ReadOnlyMemory<byte> octets, int? offset)
        where T : IUperType<T>
    {
        var tree = new DecodeTree();
        IReadOnlyList<Violation> violations = [];
        try
        {
            violations = UperDecoding.Decode<T>(octets.Span, tree).Violations;
        }
        catch (Asn1ContentException fault)
        {
            _fault = new MessageFault(edition, fault.Path, fault.BitOffset, fault.Reason);
        }

        _name = tree.Root?.Children is [var frame, ..] ? frame.Type : null;
        Add(edition, offset, octets.Length, tree.Root, violations, CsaeUnits.Describe);
    }

    // Without the adaptation octet less tells DSMP from other messages: version and reserved bits must be zero.
    private static bool TryBareDsmp(ReadOnlyMemory<byte> octets, out DsmpMessage message, out DecodeNode? tree) =>
        TryDsmpMessage(octets, out message, out tree) && message is { Version: 0, Body.Reserved: 0 };

    private static bool TryDsmpMessage(ReadOnlyMemory<byte> octets, out DsmpMessage message, out DecodeNode? tree)
    {
        message = null!;
        tree = null;
        var trace = new DecodeTree();
        try
        {
            var decoded = UperDecoding.Decode<DsmpMessage>(octets.Span, trace);
            message = decoded.Value;
            tree = trace.Root;
            return decoded.Violations.Count == 0 && message.Body.Data.Length > 0;
        }
        catch (Asn1ContentException)
        {
            return false;
        }
    }
}
