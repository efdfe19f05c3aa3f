using System.Net;
using HilBench.Links;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.Ethernet;

namespace HilBench.Drivers;

/// <summary>
/// The air tap of a unit that copies what it sends and hears to a UDP port of the bench: C2P, PC5 behind its family octet, or frames behind a header of
/// the unit's own. Recorded as it arrives, as IP and UDP; the reader of observations finds the frames in it and keeps what the unit says of the radio.
/// </summary>
public static class AirCopies
{
    /// <summary>Begins to observe.</summary>
    /// <param name="port">Where the copies arrive, on IPv4; nobody else may listen on it.</param>
    /// <param name="device">Name of the unit, for example <c>obu1</c>.</param>
    /// <param name="skip">Octets of the unit's own header before each frame, 0 or more. They are not recorded: nobody can read them.</param>
    /// <param name="sink">Takes what is observed.</param>
    /// <param name="heard">Given each frame that can be found in a copy, as an Ethernet frame; null for nobody.</param>
    public static void Observe(UdpPort port, string device, int skip, Action<TapFrame> sink, Action<Datagram>? heard = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        var passedOver = skip == 0 ? string.Empty : $", {skip} octets before each frame passed over";
        var tap = new TapInterface($"{device}.air", LinkLayer.RawIp, port.Stamps, $"Air interface as the unit copies it to UDP port {port.Local.Port}{passedOver}");
        port.Received = datagram =>
        {
            sink(new TapFrame(tap, datagram.At.At, Direction.FromDevice, Packet(port.Local, datagram, skip)) { Source = datagram.At.Source });
            if (heard is not null && Frame(datagram.Bytes[Math.Min(skip, datagram.Bytes.Length)..], port.Local.Port) is { } frame)
            {
                heard(new Datagram(frame, datagram.At, datagram.From));
            }
        };
    }

    private static byte[]? Frame(ReadOnlyMemory<byte> octets, int port)
    {
        if (!AirWrapper.TryUnwrap(octets, port == C2pPacket.Port, out var header, out _))
        {
            return null;
        }

        // Who waits for a message looks at what it is, not at who sent it: not every copy says that.
        return new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = new byte[6],
            EtherType = header.EtherType,
            Payload = octets[header.PayloadOffset..],
        }.Encode();
    }

    private static byte[] Packet(IPEndPoint local, Datagram datagram, int skip)
    {
        var from = datagram.From ?? new IPEndPoint(IPAddress.Any, 0);
        return new UdpPacket
        {
            Source = from.Address,
            Destination = local.Address,
            SourcePort = (ushort)from.Port,
            DestinationPort = (ushort)local.Port,
            Payload = datagram.Bytes[Math.Min(skip, datagram.Bytes.Length)..],
        }.Encode();
    }
}
