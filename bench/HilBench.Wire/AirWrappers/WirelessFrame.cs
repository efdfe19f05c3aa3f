using System.Diagnostics.CodeAnalysis;
using HilBench.Wire.Ethernet;

namespace HilBench.Wire.AirWrappers;

/// <summary>A data frame of IEEE 802.11 with LLC and SNAP (IEEE 802.11 9.3.2), without check sequence. Read only.</summary>
public sealed record WirelessFrame
{
    private const int ShortHeader = 24;
    private const int AddressLength = 6;

    /// <summary>Address of the station that made what it carries, 6 octets. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>What it carries.</summary>
    public required LlcSnapPacket Packet { get; init; }

    /// <summary>Octet offset of the LLC header.</summary>
    public required int PacketOffset { get; init; }

    /// <summary>Reads a frame.</summary>
    /// <param name="octets">The frame from its frame control field on.</param>
    /// <param name="isPadded">Whether the header is padded to a multiple of four octets (radiotap flag 0x20).</param>
    /// <param name="frame">Its parts; views of the input.</param>
    /// <param name="error">Why it is none: too short, no data, encrypted, no LLC and SNAP.</param>
    public static bool TryParse(ReadOnlyMemory<byte> octets, bool isPadded, [NotNullWhen(true)] out WirelessFrame? frame, [NotNullWhen(false)] out WireError? error)
    {
        frame = null;
        var span = octets.Span;
        error = span.Length < ShortHeader ? new WireError($"an IEEE 802.11 header has at least {ShortHeader} octets, {span.Length} are there", span.Length)
            : (span[0] & 0x03) != 0 ? new WireError($"IEEE 802.11 protocol version {span[0] & 3}, expected 0", 0)
            : (span[0] & 0x4C) != 0x08 ? new WireError($"an IEEE 802.11 frame of type {(span[0] >> 2) & 3}, subtype {span[0] >> 4}; only data frames with data carry messages", 0)
            : (span[1] & 0x40) != 0 ? new WireError("an encrypted IEEE 802.11 frame", 1)
            : null;
        if (error is not null)
        {
            return false;
        }

        var (toSystem, fromSystem) = ((span[1] & 1) != 0, (span[1] & 2) != 0);
        var length = HeaderLength(span, toSystem && fromSystem);
        length = isPadded ? (length + 3) & ~3 : length;
        if (span.Length < length || !LlcSnapPacket.TryParse(octets[length..], out var packet, out error))
        {
            error = error is { } inside ? inside with { Offset = inside.Offset + length } : new WireError($"the IEEE 802.11 header has {length} octets, {span.Length} are there", span.Length);
            return false;
        }

        // IEEE 802.11 9.3.2.1: the source is address 2 to the system and aside of one, address 3 from it, address 4 between systems.
        var source = (toSystem, fromSystem) switch { (true, true) => 24, (false, true) => 16, _ => 10 };
        frame = new WirelessFrame { Source = octets.Slice(source, AddressLength), Packet = packet, PacketOffset = length };
        return true;
    }

    // Address 4, then QoS control, then HT control where the order bit is set.
    private static int HeaderLength(ReadOnlySpan<byte> octets, bool hasFourthAddress)
    {
        var hasQuality = (octets[0] & 0x80) != 0;
        var hasHighThroughput = hasQuality && (octets[1] & 0x80) != 0;
        return ShortHeader + (hasFourthAddress ? AddressLength : 0) + (hasQuality ? 2 : 0) + (hasHighThroughput ? 4 : 0);
    }
}
