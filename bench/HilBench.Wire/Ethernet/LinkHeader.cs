using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HilBench.Wire.AirWrappers;

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
    private const int WirelessType = 105;
    private const int RadiotapType = 127;
    private const int CookedType = 113;
    private const int CookedType2 = 276;

    /// <summary>What the capture says of the frame's way over the air; null when it says nothing.</summary>
    public RadioReport? Radio { get; init; }

    /// <summary>Whether <see cref="TryParse"/> reads frames of a LINKTYPE.</summary>
    public static bool Knows(int linkType) =>
        linkType is EthernetType or WirelessType or RadiotapType or CookedType or CookedType2 or 101 or 228 or 229;

    /// <summary>Reads the header of a frame.</summary>
    /// <param name="linkType">
    /// LINKTYPE number: Ethernet (1), raw IP (101, 228, 229), IEEE 802.11 (105; 127 with radiotap), Linux cooked (113, 276: captures on "any" interface).
    /// </param>
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
                header = new LinkHeader(ethernet.EtherType, ethernet.PayloadOffset, ethernet.SourceText) { Radio = InSource(ethernet) };
                return true;
            case EthernetType:
                return false;
            case WirelessType:
                return TryParseWireless(frame, 0, isPadded: false, null, out header, out error);
            case RadiotapType when RadiotapHeader.TryParse(frame.Span, out var radiotap, out error):
                var end = frame.Length - (radiotap.HasCheckSequence ? Math.Min(4, frame.Length - radiotap.Length) : 0);
                return TryParseWireless(frame[..end], radiotap.Length, radiotap.IsPadded, radiotap.Radio, out header, out error);
            case RadiotapType:
                return false;
            case 101 or 228 or 229:
                header = new LinkHeader(!frame.IsEmpty && frame.Span[0] >> 4 == 6 ? Ipv6 : Ipv4, 0, null);
                return true;
            case CookedType:
                return TryParseCooked(frame.Span, typeOffset: 14, addressOffset: 6, addressLengthOffset: 5, length: 16, out header, out error);
            case CookedType2:
                return TryParseCooked(frame.Span, typeOffset: 0, addressOffset: 12, addressLengthOffset: 11, length: 20, out header, out error);
            default:
                error = new WireError($"LINKTYPE {linkType}, expected Ethernet (1), raw IP (101, 228, 229), IEEE 802.11 (105, 127) or Linux cooked (113, 276)", 0);
                return false;
        }
    }

    // Logs of C-V2X units: the source address tells whether the unit received the frame (all zeros) or sent it (all ones).
    private static RadioReport? InSource(EthernetFrame frame) => !AirWrapper.IsV2x(frame.EtherType) ? null
        : !frame.Source.Span.ContainsAnyExcept((byte)0x00) ? new RadioReport { Received = true }
        : !frame.Source.Span.ContainsAnyExcept((byte)0xFF) ? new RadioReport { Received = false }
        : null;

    private static bool TryParseWireless(
        ReadOnlyMemory<byte> frame, int offset, bool isPadded, RadioReport? radio, out LinkHeader header, [NotNullWhen(false)] out WireError? error)
    {
        header = default;
        if (!WirelessFrame.TryParse(frame[offset..], isPadded, out var wireless, out error))
        {
            error = error.Value with { Offset = offset + error.Value.Offset };
            return false;
        }

        header = AirWrapper.Of(wireless);
        header = header with { PayloadOffset = offset + header.PayloadOffset, Radio = radio };
        return true;
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
