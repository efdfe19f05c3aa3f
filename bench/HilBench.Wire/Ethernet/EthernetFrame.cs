using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Ethernet;

/// <summary>
/// An Ethernet frame (IEEE 802.3 3.2.6), without preamble and check sequence: Ethernet II, or a length field and LLC/SNAP where the EtherType would be.
/// IEEE 802.1Q tags are skipped on reading.
/// </summary>
public sealed record EthernetFrame
{
    private const int HeaderLength = 14;
    private const int AddressLength = 6;
    private const ushort LeastEtherType = 0x0600;
    private const int GreatestLength = 1500;

    /// <summary>Destination of frames that everybody takes.</summary>
    public static ReadOnlyMemory<byte> Broadcast { get; } = new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF };

    /// <summary>Destination address, 6 octets. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Destination { get; init; }

    /// <summary>Source address, 6 octets. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>EtherType, 0x0600 or more.</summary>
    public required ushort EtherType { get; init; }

    /// <summary>What it carries, padding included. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Whether a length field and LLC/SNAP stand where Ethernet II has the EtherType.</summary>
    public bool IsLlcSnap { get; init; }

    /// <summary>Octet offset of the payload in the frame: 14, four more for each tag that was read, eight more for LLC/SNAP.</summary>
    public int PayloadOffset { get; init; } = HeaderLength;

    /// <summary>Source address in the usual notation, for example <c>02:00:00:00:00:01</c>.</summary>
    public string SourceText => Text(Source.Span);

    /// <summary>An address in the usual notation, for example <c>02:00:00:00:00:01</c>.</summary>
    public static string Text(ReadOnlySpan<byte> address)
    {
        const string Digits = "0123456789abcdef";
        Span<char> text = stackalloc char[3 * AddressLength];
        var length = Math.Min(address.Length, AddressLength);
        for (var i = 0; i < length; i++)
        {
            text[3 * i] = Digits[address[i] >> 4];
            text[(3 * i) + 1] = Digits[address[i] & 0xF];
            text[(3 * i) + 2] = ':';
        }

        return new string(text[..Math.Max(0, (3 * length) - 1)]);
    }

    /// <summary>Reads a frame.</summary>
    /// <param name="octets">The frame.</param>
    /// <param name="frame">Its parts; views of the input.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlyMemory<byte> octets, [NotNullWhen(true)] out EthernetFrame? frame, [NotNullWhen(false)] out WireError? error)
    {
        frame = null;
        error = null;
        if (octets.Length < HeaderLength)
        {
            error = new WireError($"an Ethernet frame has at least {HeaderLength} octets, this one {octets.Length}", octets.Length);
            return false;
        }

        var offset = HeaderLength;
        var etherType = BinaryPrimitives.ReadUInt16BigEndian(octets.Span[12..]);
        while (etherType is 0x8100 or 0x88A8 && octets.Length >= offset + 4)
        {
            etherType = BinaryPrimitives.ReadUInt16BigEndian(octets.Span[(offset + 2)..]);
            offset += 4;
        }

        if (etherType <= GreatestLength && octets.Length - offset >= etherType && LlcSnapPacket.TryParse(octets.Slice(offset, etherType), out var packet, out _))
        {
            frame = Of(octets, packet.EtherType, packet.Payload, offset + LlcSnapPacket.HeaderLength) with { IsLlcSnap = true };
            return true;
        }

        if (etherType < LeastEtherType)
        {
            error = new WireError($"0x{etherType:X4} where an EtherType (0x0600 or more) is expected: an IEEE 802.3 frame with a length field", offset - 2);
            return false;
        }

        frame = Of(octets, etherType, octets[offset..], offset);
        return true;
    }

    /// <summary>The frame's octets, not padded to the least length of a real link.</summary>
    /// <exception cref="InvalidOperationException">An address has not 6 octets, the EtherType is below 0x0600, or LLC/SNAP carries more than 1 492 octets.</exception>
    public byte[] Encode()
    {
        if (Destination.Length != AddressLength || Source.Length != AddressLength || EtherType < LeastEtherType)
        {
            throw new InvalidOperationException(
                $"An Ethernet II frame has addresses of 6 octets and an EtherType of 0x0600 or more; these are {Destination.Length} and {Source.Length} octets, 0x{EtherType:X4}.");
        }

        var carried = IsLlcSnap ? new LlcSnapPacket { EtherType = EtherType, Payload = Payload }.Encode() : Payload;
        if (IsLlcSnap && carried.Length > GreatestLength)
        {
            throw new InvalidOperationException($"A frame with a length field carries at most {GreatestLength} octets; these are {carried.Length} with LLC and SNAP.");
        }

        var octets = new byte[HeaderLength + carried.Length];
        Destination.Span.CopyTo(octets);
        Source.Span.CopyTo(octets.AsSpan(AddressLength));
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(12), IsLlcSnap ? (ushort)carried.Length : EtherType);
        carried.Span.CopyTo(octets.AsSpan(HeaderLength));
        return octets;
    }

    private static EthernetFrame Of(ReadOnlyMemory<byte> octets, ushort etherType, ReadOnlyMemory<byte> payload, int payloadOffset) => new()
    {
        Destination = octets[..AddressLength],
        Source = octets.Slice(AddressLength, AddressLength),
        EtherType = etherType,
        Payload = payload,
        PayloadOffset = payloadOffset,
    };
}
