using HilBench.Asn1;
using HilBench.Wire.Csae;
using HilBench.Wire.Ethernet;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Ieee1609;

namespace HilBench.Wire.Decoding;

/// <summary>What carries a packet: Ethernet, LLC/SNAP, the octet of PC5.</summary>
internal sealed partial class MessageSearch
{
    public bool TryEthernet()
    {
        if (!EthernetFrame.TryParse(input, out var frame, out _) || NameOfCarried(frame.EtherType, frame.Payload) is not { } carried)
        {
            return false;
        }

        var octets = input.Span;
        List<DecodeNode> fields =
        [
            OctetField.Leaf(octets, "destination", "address", 0, 48, EthernetFrame.Text(octets)),
            OctetField.Leaf(octets, "source", "address", 48, 48, frame.SourceText),
        ];
        var headerLength = frame.PayloadOffset;
        if (frame.IsLlcSnap)
        {
            headerLength -= LlcSnapPacket.HeaderLength;
            fields.Add(OctetField.Number(octets, "length", headerLength - 2, 2));
            Assume($"octets {headerLength - 2} and {headerLength - 1} are the length of an IEEE 802.3 frame with LLC/SNAP of EtherType {carried}");
        }
        else
        {
            fields.Add(OctetField.Leaf(octets, "etherType", "unsigned 16", 8 * (headerLength - 2), 16, carried));
            Assume($"octets {headerLength - 2} and {headerLength - 1} are the EtherType {carried}: an Ethernet II frame");
        }

        Add(frame.IsLlcSnap ? "IEEE 802.3" : "Ethernet II", 0, headerLength, OctetField.Group(string.Empty, "Ethernet header", 0, 8 * headerLength, fields));
        if (frame.IsLlcSnap)
        {
            ReadLlcSnap(input[headerLength..], headerLength, carried);
        }

        ReadCarried(frame.EtherType, frame.Payload, frame.PayloadOffset);
        return true;
    }

    public bool TryLlcSnap()
    {
        if (!LlcSnapPacket.TryParse(input, out var packet, out _) || NameOfCarried(packet.EtherType, packet.Payload) is not { } carried)
        {
            return false;
        }

        Assume($"octets 0 to 7 are LLC and SNAP with the EtherType {carried}");
        ReadLlcSnap(input, 0, carried);
        ReadCarried(packet.EtherType, packet.Payload, LlcSnapPacket.HeaderLength);
        return true;
    }

    public bool TryFamilyOctet()
    {
        if (input.Span is not [1, ..] || !IsWsmp(input[1..]))
        {
            return false;
        }

        // 3GPP TS 24.386: an octet before a non-IP message names its family; 1 is IEEE 1609.
        Assume("octet 0 is 01, the V2X message family IEEE 1609 of a 3GPP PC5 message");
        Add("3GPP PC5", 0, 1, OctetField.Group(string.Empty, "PC5 header", 0, 8, [OctetField.Leaf(input.Span, "messageFamily", "unsigned 8", 0, 8, "1")]));
        return TryWsmp(input[1..], 1);
    }

    private static string? NameOfCarried(ushort etherType, ReadOnlyMemory<byte> payload) => etherType switch
    {
        GeoNetworkingPacket.EtherType when IsGeoNetworkingBasic(payload.Span) => "8947 (GeoNetworking)",
        WsmpMessage.EtherType when WsmpMessage.TryParse(payload.Span, out _, out _) => "88DC (WSMP)",
        DsmpPacket.EtherType when IsDsmp(payload) => "88E2 (DSMP)",
        _ => null,
    };

    private void ReadLlcSnap(ReadOnlyMemory<byte> octets, int offset, string carried)
    {
        var span = octets.Span;
        DecodeNode[] fields =
        [
            OctetField.Leaf(span, "destinationAccessPoint", "unsigned 8", 0, 8, "AA (SNAP)"),
            OctetField.Leaf(span, "sourceAccessPoint", "unsigned 8", 8, 8, "AA (SNAP)"),
            OctetField.Leaf(span, "control", "unsigned 8", 16, 8, "03 (unnumbered information)"),
            OctetField.Leaf(span, "organization", "octets", 24, 24, "000000 (an EtherType follows)"),
            OctetField.Leaf(span, "etherType", "unsigned 16", 48, 16, carried),
        ];
        Add("LLC/SNAP", offset, LlcSnapPacket.HeaderLength, OctetField.Group(string.Empty, "LLC and SNAP headers", 0, 8 * LlcSnapPacket.HeaderLength, fields));
    }

    private void ReadCarried(ushort etherType, ReadOnlyMemory<byte> payload, int offset)
    {
        switch (etherType)
        {
            case GeoNetworkingPacket.EtherType:
                ReadGeoNetworking(payload, offset);
                break;
            case DsmpPacket.EtherType:
                TryDsmp(payload, offset);
                break;
            default:
                ReadWsmp(payload, offset);
                break;
        }
    }
}
