using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace HilBench.Wire.Ethernet;

/// <summary>What a link-layer header of a capture says of the packet that follows.</summary>
/// <param name="EtherType">What follows, 0x0800 for IPv4.</param>
/// <param name="PayloadOffset">Octet offset of what follows.</param>
/// <param name="Source">Source address, for example <c>02:00:00:00:00:01</c>; null when the header has none of 6 octets.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkHeader(ushort EtherType, int PayloadOffset, string? Source)
{
    /// <summary>EtherType of IPv4.</summary>
    public const ushort Ipv4 = 0x0800;

    /// <summary>EtherType of IPv6.</summary>
    public const ushort Ipv6 = 0x86DD;

    private const int EthernetType = 1;
    private const int CookedType = 113;
    private const int CookedType2 = 276;

    /// <summary>Reads the header of a frame.</summary>
    /// <param name="linkType">LINKTYPE number: Ethernet (1), raw IP (101, 228, 229), Linux cooked (113, 276: captures on "any" interface).</param>
    /// <param name="frame">The frame.</param>
    /// <param name="header">The header.</param>
    /// <param name="error">Why there is none; null when there is one.</param>
    public static bool TryParse(int linkType, ReadOnlyMemory<byte> frame, out LinkHeader header, [NotNullWhen(false)] out WireError? error)
    {
        header = default;
        error = null;
        switch (linkType)
        {
            case EthernetType when EthernetFrame.TryParse(frame, out var ethernet, out error):
                header = new LinkHeader(ethernet.EtherType, ethernet.PayloadOffset, ethernet.SourceText);
                return true;
            case EthernetType:
                return false;
            case 101 or 228 or 229:
                header = new LinkHeader(!frame.IsEmpty && frame.Span[0] >> 4 == 6 ? Ipv6 : Ipv4, 0, null);
                return true;
            case CookedType:
                return TryParseCooked(frame.Span, typeOffset: 14, addressOffset: 6, addressLengthOffset: 5, length: 16, out header, out error);
            case CookedType2:
                return TryParseCooked(frame.Span, typeOffset: 0, addressOffset: 12, addressLengthOffset: 11, length: 20, out header, out error);
            default:
                error = new WireError($"LINKTYPE {linkType}, expected Ethernet (1), raw IP (101, 228, 229) or Linux cooked (113, 276)", 0);
                return false;
        }
    }

    private static bool TryParseCooked(
        ReadOnlySpan<byte> frame, int typeOffset, int addressOffset, int addressLengthOffset, int length, out LinkHeader header, [NotNullWhen(false)] out WireError? error)
    {
        header = default;
        error = null;
        if (frame.Length < length)
        {
            error = new WireError($"a Linux cooked header has {length} octets, {frame.Length} are there", frame.Length);
            return false;
        }

        var source = frame[addressLengthOffset] == 6 ? EthernetFrame.Text(frame.Slice(addressOffset, 6)) : null;
        header = new LinkHeader(BinaryPrimitives.ReadUInt16BigEndian(frame[typeOffset..]), length, source);
        return true;
    }
}
