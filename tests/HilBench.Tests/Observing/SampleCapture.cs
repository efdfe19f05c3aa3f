using System.Net;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Observing;

/// <summary>Frames and captures for the tests of this folder: even packets are air frames from the device, odd ones controller datagrams to it.</summary>
internal static class SampleCapture
{
    public static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    public static readonly TapInterface Air = new("rsu1.air", LinkLayer.Ethernet, StampSource.Virtual, "Air interface; a stand-in");
    public static readonly TapInterface Feed = new("asc1.spat", LinkLayer.RawIp, StampSource.UserSpace, "Controller feed");
    public static readonly TapInterface Clock = new("bench.clock", LinkLayer.User0, StampSource.Virtual, "Marks");

    public static Instant At(int number) => new(Noon.UnixNanoseconds + (number * 100_000_001L));

    public static TapFrame Frame(int number) => number % 2 == 0
        ? new TapFrame(Air, At(number), Direction.FromDevice, AirFrame(0x20, [1, 2, 3, (byte)number]))
        : new TapFrame(Feed, At(number), Direction.ToDevice, Datagram(6053, Tscbm((byte)number)));

    public static byte[] AirFrame(uint psid, byte[] message) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 0x1A },
        EtherType = WsmpMessage.EtherType,
        Payload = new WsmpMessage { Psid = new Psid(psid), Payload = Dot2Data.WrapUnsecured(message) }.Encode(),
    }.Encode();

    public static byte[] Tscbm(byte sequence) =>
        new TscbmMessage { Blocks = [.. Enumerable.Range(1, 16).Select(number => new TscbmBlock { Number = (byte)number })], Sequence = sequence }.Encode();

    public static byte[] Datagram(ushort port, byte[] payload) => new UdpPacket
    {
        Source = IPAddress.Parse("192.0.2.1"),
        Destination = IPAddress.Parse("192.0.2.10"),
        SourcePort = 6053,
        DestinationPort = port,
        Payload = payload,
    }.Encode();

    public static byte[] Octets(int packets)
    {
        var stream = new MemoryStream();
        Write(CaptureWriter.Create(stream, "memory", "hilbench test", [Air, Feed]), packets);
        return stream.ToArray();
    }

    /// <summary>A classic pcap file of one packet.</summary>
    public static byte[] Pcap(uint linkType, byte[] packet) =>
    [
        0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, .. new byte[8], 0, 0, 4, 0, .. BitConverter.GetBytes(linkType),
        .. new byte[8], .. BitConverter.GetBytes(packet.Length), .. BitConverter.GetBytes(packet.Length), .. packet,
    ];

    public static void Write(CaptureWriter writer, int packets)
    {
        using (writer)
        {
            for (var i = 0; i < packets; i++)
            {
                writer.Write(Frame(i));
            }
        }
    }

    public static CapturedPacket[] Read(byte[] octets, out long? truncatedAt)
    {
        using var reader = CaptureReader.Read(new MemoryStream(octets), "sample.pcapng");
        var packets = reader.Packets().ToArray();
        truncatedAt = reader.TruncatedAt;
        return packets;
    }
}
