using System.Diagnostics.CodeAnalysis;
using HilBench.Wire.Csae;
using HilBench.Wire.Decoding;
using HilBench.Wire.Ethernet;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Ieee1609;

namespace HilBench.Wire.AirWrappers;

/// <summary>Finds the V2X packet in what units and sniffers put around it when they copy it to a UDP port or a file.</summary>
public static class AirWrapper
{
    /// <summary>UDP port to which PC5 messages are copied, each behind an octet of its family.</summary>
    public const ushort Pc5Port = 1234;

    /// <summary>Whether an EtherType is one of V2X: WSMP (88DC), GeoNetworking (8947), DSMP (88E2).</summary>
    public static bool IsV2x(ushort etherType) => etherType is WsmpMessage.EtherType or GeoNetworkingPacket.EtherType or DsmpPacket.EtherType;

    /// <summary>Finds the packet in a datagram: C2P, or what <see cref="TryFind"/> finds.</summary>
    /// <param name="octets">The datagram.</param>
    /// <param name="isC2p">Whether its port says that it is C2P.</param>
    /// <param name="header">EtherType, place and, where told, source and radio.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryUnwrap(ReadOnlyMemory<byte> octets, bool isC2p, out LinkHeader header, [NotNullWhen(false)] out WireError? error)
    {
        if (!isC2p && TryFind(octets, out header, out error))
        {
            return true;
        }

        header = default;
        error = null;
        if (!isC2p && !C2pPacket.Begins(octets.Span))
        {
            error = NothingFound;
            return false;
        }

        if (!C2pPacket.TryParse(octets, out var packet, out error))
        {
            return false;
        }

        // Behind the report is an IEEE 802.11 frame; units that have none to give put the packet there.
        if (!TryFind(packet.Frame, out header, out error))
        {
            if (packet.EtherType is not { } etherType || !IsV2x(etherType))
            {
                error = error.Value with { Offset = packet.FrameOffset + error.Value.Offset };
                return false;
            }

            (header, error) = (new LinkHeader(etherType, 0, null), null);
        }

        header = header with { PayloadOffset = packet.FrameOffset + header.PayloadOffset, Radio = packet.Radio };
        return true;
    }

    /// <summary>Finds the packet by the octets alone: in an IEEE 802.11 or Ethernet frame, behind LLC and SNAP or the family octet of PC5, or bare.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="header">EtherType, place and, where told, source.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryFind(ReadOnlyMemory<byte> octets, out LinkHeader header, [NotNullWhen(false)] out WireError? error)
    {
        error = null;
        if (WirelessFrame.TryParse(octets, isPadded: false, out var wireless, out _) && IsV2x(wireless.Packet.EtherType))
        {
            header = Of(wireless);
        }
        else if (EthernetFrame.TryParse(octets, out var ethernet, out _) && IsV2x(ethernet.EtherType))
        {
            header = new LinkHeader(ethernet.EtherType, ethernet.PayloadOffset, ethernet.SourceText);
        }
        else if (LlcSnapPacket.TryParse(octets, out var packet, out _) && IsV2x(packet.EtherType))
        {
            header = new LinkHeader(packet.EtherType, LlcSnapPacket.HeaderLength, null);
        }
        else if (octets.Span is [1, ..] && IsWsmp(octets[1..]))
        {
            // 3GPP TS 24.386: an octet before a non-IP message names its family; 1 is IEEE 1609.
            header = new LinkHeader(WsmpMessage.EtherType, 1, null);
        }
        else if (IsWsmp(octets))
        {
            header = new LinkHeader(WsmpMessage.EtherType, 0, null);
        }
        else if (MessageSearch.IsGeoNetworking(octets.Span))
        {
            header = new LinkHeader(GeoNetworkingPacket.EtherType, 0, null);
        }
        else
        {
            header = default;
            error = NothingFound;
            return false;
        }

        return true;
    }

    /// <summary>The header of an IEEE 802.11 frame.</summary>
    internal static LinkHeader Of(WirelessFrame frame) => new(
        frame.Packet.EtherType, frame.PacketOffset + LlcSnapPacket.HeaderLength, EthernetFrame.Text(frame.Source.Span));

    private static WireError NothingFound => new(
        "no V2X packet: expected an IEEE 802.11 or Ethernet frame, LLC and SNAP, each with EtherType 88DC, 8947 or 88E2; or a WSMP, alone or behind the octet 01; or GeoNetworking", 0);

    private static bool IsWsmp(ReadOnlyMemory<byte> octets) => WsmpMessage.TryParse(octets.Span, out var message, out _) && message.TransportId <= 1;
}
