using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Ethernet;

/// <summary>
/// A packet behind LLC (ISO/IEC 8802-2: both access points SNAP, unnumbered information) and SNAP with an EtherType (IEEE 802 9.5, RFC 1042):
/// AA AA 03, organisation 00 00 00, EtherType. IEEE 802.11 and IEEE 802.3 frames with a length field carry V2X packets so.
/// </summary>
public sealed record LlcSnapPacket
{
    /// <summary>Octets of the two headers.</summary>
    public const int HeaderLength = 8;

    /// <summary>EtherType of what follows.</summary>
    public required ushort EtherType { get; init; }

    /// <summary>What it carries. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    private static ReadOnlySpan<byte> Beginning => [0xAA, 0xAA, 0x03, 0x00, 0x00, 0x00];

    /// <summary>Reads a packet from its LLC header on.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="packet">Its parts; a view of the input.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlyMemory<byte> octets, [NotNullWhen(true)] out LlcSnapPacket? packet, [NotNullWhen(false)] out WireError? error)
    {
        packet = null;
        error = null;
        var same = octets.Span.CommonPrefixLength(Beginning);
        if (octets.Length < HeaderLength && same == Math.Min(octets.Length, Beginning.Length))
        {
            error = new WireError($"LLC and SNAP have {HeaderLength} octets, {octets.Length} are there", octets.Length);
            return false;
        }

        if (same < Beginning.Length)
        {
            error = new WireError($"found 0x{octets.Span[same]:X2}, expected 0x{Beginning[same]:X2} of AA AA 03 00 00 00 (LLC and SNAP with an EtherType)", same);
            return false;
        }

        packet = new LlcSnapPacket { EtherType = BinaryPrimitives.ReadUInt16BigEndian(octets.Span[Beginning.Length..]), Payload = octets[HeaderLength..] };
        return true;
    }

    /// <summary>The packet's octets.</summary>
    public byte[] Encode() => [.. Beginning, (byte)(EtherType >> 8), (byte)EtherType, .. Payload.Span];
}
