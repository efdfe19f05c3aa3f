using HilBench.Links;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.Decoding;
using HilBench.Wire.Ethernet;

namespace HilBench.Observing;

/// <summary>Takes out of a packet what the decoder of messages reads: an air frame with as much before it as the decoder knows, or the payload of a datagram.</summary>
public static class PacketMessage
{
    private const int EthernetHeader = 14;

    // A bare null would turn into memory of no octets.
    private static ReadOnlyMemory<byte>? None => null;

    /// <summary>The octets to decode; null when the packet carries no message known here.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="skip">Octets before each air frame that are passed over: <see cref="ObservationReader.ReadBehind"/>.</param>
    public static ReadOnlyMemory<byte>? Find(CapturedPacket packet, int skip = 0)
    {
        var frame = packet.Frame;
        if (packet.Tap.Layer == LinkLayer.User0 && skip == 0)
        {
            return null;
        }

        if (!LinkHeader.TryParse((int)packet.Tap.Layer, frame, out var header, out _))
        {
            return skip > 0 && !LinkHeader.Knows((int)packet.Tap.Layer) ? Unwrap(frame, skip, isC2p: false) : None;
        }

        return header.EtherType is LinkHeader.Ipv4 or LinkHeader.Ipv6 ? InDatagram(frame[header.PayloadOffset..], skip)
            : AirWrapper.IsV2x(header.EtherType) ? WithItsHeader(frame, header.PayloadOffset)
            : None;
    }

    private static ReadOnlyMemory<byte>? InDatagram(ReadOnlyMemory<byte> octets, int skip)
    {
        if (!UdpPacket.TryParse(octets, out var datagram, out _))
        {
            return null;
        }

        if (Unwrap(datagram.Payload, skip, datagram.DestinationPort == C2pPacket.Port) is { } found)
        {
            return found;
        }

        return MessageFinder.Find(datagram.Payload).Layers.IsEmpty ? None : datagram.Payload;
    }

    private static ReadOnlyMemory<byte>? Unwrap(ReadOnlyMemory<byte> octets, int skip, bool isC2p) =>
        skip < octets.Length && AirWrapper.TryUnwrap(octets[skip..], isC2p, out var header, out _) ? WithItsHeader(octets[skip..], header.PayloadOffset) : None;

    // The EtherType stands in the header before the packet, LLC and SNAP or Ethernet; a tagged frame is read from its beginning.
    private static ReadOnlyMemory<byte> WithItsHeader(ReadOnlyMemory<byte> octets, int offset)
    {
        if (offset >= LlcSnapPacket.HeaderLength && LlcSnapPacket.TryParse(octets[(offset - LlcSnapPacket.HeaderLength)..], out _, out _))
        {
            return octets[(offset - LlcSnapPacket.HeaderLength)..];
        }

        return EthernetFrame.TryParse(octets, out var frame, out _) && frame.PayloadOffset == offset && offset >= EthernetHeader ? octets : octets[offset..];
    }
}
