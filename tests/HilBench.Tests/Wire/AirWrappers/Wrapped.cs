using System.Buffers.Binary;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.AirWrappers;

/// <summary>Air packets in the wrappers of units and sniffers, written after their descriptions; none of it by the code under test.</summary>
internal static class Wrapped
{
    private const int Seconds2004To2026 = 710_000_000;

    public static byte[] Wsmp() => new WsmpMessage { Psid = new Psid(0x20), Payload = Dot2Data.WrapUnsecured([0, 20, 3, 4]) }.Encode();

    /// <summary>IEEE 802.11 QoS data outside of a system: addresses FF…, 02…07, FF…; LLC and SNAP.</summary>
    public static byte[] Wireless(ushort etherType, byte[] packet) =>
    [
        0x88, 0x00, 0, 0, .. Repeat(0xFF, 6), 2, 0, 0, 0, 0, 7, .. Repeat(0xFF, 6), 0x10, 0, 0x20, 0,
        .. new LlcSnapPacket { EtherType = etherType, Payload = packet }.Encode(),
    ];

    /// <summary>Radiotap with time, flags (check sequence), rate 6 Mbit/s, channel 5890 MHz, signal −61 dBm, noise −97 dBm.</summary>
    public static byte[] Radiotap(byte[] frame) =>
    [
        0, 0, 24, 0, 0x6F, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x10, 12, 0x02, 0x17, 0x40, 0x01, unchecked((byte)-61), unchecked((byte)-97), .. frame, 0xDE, 0xAD, 0xBE, 0xEF,
    ];

    /// <summary>C2P, DSRC received: channels 178 and 0, 6 Mbit/s, signal −70 dBm on the second antenna, noise −95 dBm, busy ratio 12.3 %.</summary>
    public static byte[] DsrcReceived(byte[] frame) =>
    [
        0x11, .. Time(), 178, 0, 1, 12, 1, .. new byte[8], 0, 0, 0, 0, 127, unchecked((byte)-70), unchecked((byte)-95), 127, 0, 123, 0x03, 0xE9, .. frame,
    ];

    /// <summary>C2P, DSRC sent: channel 180, 12 Mbit/s, 23 dBm.</summary>
    public static byte[] DsrcSent(byte[] frame) => [0x12, .. Time(), 180, 0, 1, 24, 1, .. new byte[12], 23, 127, 127, .. frame];

    /// <summary>C2P, C-V2X received: socket 3, EtherType, signal −80 dBm, rate not known.</summary>
    public static byte[] Cv2xReceived(ushort etherType, byte[] packet) => [0x17, .. Time(), 3, (byte)(etherType >> 8), (byte)etherType, unchecked((byte)-80), 0, .. packet];

    /// <summary>C2P, C-V2X sent: by reservation, 20 dBm.</summary>
    public static byte[] Cv2xSent(byte[] frame) => [0x18, .. Time(), 1, 0x12, 0x34, 0x56, 0x78, 0, 0, 0, 20, .. new byte[13], .. frame];

    public static long UnitMilliseconds => (Seconds2004To2026 * 1000L) + 250;

    private static byte[] Time()
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(octets, Seconds2004To2026);
        BinaryPrimitives.WriteInt32BigEndian(octets.AsSpan(4), 250);
        return octets;
    }

    private static IEnumerable<byte> Repeat(byte octet, int count) => Enumerable.Repeat(octet, count);
}
