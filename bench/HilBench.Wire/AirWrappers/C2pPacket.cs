using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.AirWrappers;

/// <summary>
/// A frame as units of one vendor copy it to UDP port 7943 (the "C2P" capture protocol, version 1): an octet of version and kind, the unit's time, a
/// report of the radio, then the frame. Numbers have their high octet first.
/// </summary>
public sealed record C2pPacket
{
    /// <summary>UDP port that it is sent to.</summary>
    public const ushort Port = 7943;

    private const byte DsrcReceived = 0x11;
    private const byte DsrcSent = 0x12;
    private const byte Cv2xReceived = 0x17;
    private const byte Cv2xSent = 0x18;
    private const int TimeEnd = 9;

    /// <summary>What the unit says of the frame's way.</summary>
    public required RadioReport Radio { get; init; }

    /// <summary>EtherType of what it carries, where the header says it (C-V2X, received).</summary>
    public ushort? EtherType { get; init; }

    /// <summary>The frame: IEEE 802.11, or what the EtherType says. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Frame { get; init; }

    /// <summary>Octet offset of the frame.</summary>
    public required int FrameOffset { get; init; }

    /// <summary>Whether octets begin as a packet that carries a frame.</summary>
    public static bool Begins(ReadOnlySpan<byte> octets) => octets is [DsrcReceived or DsrcSent or Cv2xReceived or Cv2xSent, ..];

    /// <summary>Reads a packet that carries a frame; those of positions, station data and the vehicle bus carry none.</summary>
    /// <param name="octets">The UDP payload.</param>
    /// <param name="packet">Its parts; a view of the input.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(ReadOnlyMemory<byte> octets, [NotNullWhen(true)] out C2pPacket? packet, [NotNullWhen(false)] out WireError? error)
    {
        packet = null;
        var span = octets.Span;
        if (span.IsEmpty || !Begins(span))
        {
            error = new WireError(
                span.IsEmpty ? "the packet is empty" : $"C2P version {span[0] >> 4}, kind {span[0] & 0xF}; of version 1, kinds 1, 2, 7 and 8 (frames received or sent by DSRC or C-V2X) carry a frame",
                0);
            return false;
        }

        var length = TimeEnd + ReportLength(span[0]);
        if (span.Length <= length)
        {
            error = new WireError($"a C2P header of kind {span[0] & 0xF} has {length} octets and a frame follows; {span.Length} octets are there", span.Length);
            return false;
        }

        error = null;
        var seconds = BinaryPrimitives.ReadUInt32BigEndian(span[1..]);
        var radio = new RadioReport
        {
            Received = span[0] is DsrcReceived or Cv2xReceived,
            UnitMilliseconds = (seconds * 1000L) + BinaryPrimitives.ReadUInt32BigEndian(span[5..]),
        };
        packet = new C2pPacket
        {
            Radio = Report(radio, span[0], span[TimeEnd..length]),
            EtherType = span[0] == Cv2xReceived ? BinaryPrimitives.ReadUInt16BigEndian(span[(TimeEnd + 1)..]) : null,
            Frame = octets[length..],
            FrameOffset = length,
        };
        return true;
    }

    private static int ReportLength(byte kind) => kind switch
    {
        DsrcReceived => 25,
        DsrcSent => 20,
        Cv2xReceived => 5,
        _ => 22,
    };

    // DSRC, both ways: channels 1 + 1, interface, rate, antenna, latitude 4, longitude 4, speed 2, heading 2; received: signal 1 + 1, noise 1 + 1,
    // busy ratio 2 + 2; sent: power, its measure 1 + 1. C-V2X received: socket, EtherType 2, signal, rate; sent: SPS, two ports 2 + 2, power 4,
    // id 4, period 4, size 4, priority.
    private static RadioReport Report(RadioReport radio, byte kind, ReadOnlySpan<byte> octets) => kind switch
    {
        DsrcReceived => Dsrc(radio, octets) with
        {
            SignalDbm = Power(octets[17]) ?? Power(octets[18]),
            NoiseDbm = Power(octets[19]) ?? Power(octets[20]),
            BusyRatio = Ratio(octets[21..]) ?? Ratio(octets[23..]),
        },
        DsrcSent => Dsrc(radio, octets) with { PowerDbm = Power(octets[17]) },
        Cv2xReceived => radio with { SignalDbm = Power(octets[3]), KilobitsPerSecond = Rate(octets[4]) },
        _ => radio with { PowerDbm = BinaryPrimitives.ReadInt32BigEndian(octets[5..]) is var power && power is >= -128 and < 127 ? power : null },
    };

    private static RadioReport Dsrc(RadioReport radio, ReadOnlySpan<byte> octets) =>
        radio with { Channel = octets[0] == 0 ? null : octets[0], KilobitsPerSecond = Rate(octets[3]) };

    private static int? Power(byte octet) => octet == 127 ? null : (sbyte)octet;

    private static int? Rate(byte octet) => octet == 0 ? null : 500 * octet;

    private static double? Ratio(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadUInt16BigEndian(octets) is var tenths && tenths <= 1000 ? tenths / 1000.0 : null;
}
