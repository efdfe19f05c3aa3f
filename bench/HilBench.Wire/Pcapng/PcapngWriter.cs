using System.Buffers.Binary;
using System.Text;

namespace HilBench.Wire.Pcapng;

/// <summary>Blocks of a pcapng file (draft-ietf-opsawg-pcapng), little-endian, time stamps in nanoseconds. No I/O: every function gives octets.</summary>
public static class PcapngWriter
{
    private const int PacketOverhead = 44;

    /// <summary>The block that opens a section: byte order, version 1.0, length unknown, and the application that wrote it (shb_userappl).</summary>
    /// <param name="application">Name and version, at most 65 535 octets of UTF-8.</param>
    public static byte[] SectionHeader(string application)
    {
        Span<byte> body = stackalloc byte[16];
        body.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(body, PcapngBlock.ByteOrderMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(body[4..], 1);
        BinaryPrimitives.WriteInt64LittleEndian(body[8..], -1);
        return Block(PcapngBlock.SectionHeader, body, [(4, Encoding.UTF8.GetBytes(application))]);
    }

    /// <summary>The block that describes an interface: link type, name, description, resolution 10⁻⁹ s.</summary>
    /// <param name="linkType">LINKTYPE number.</param>
    /// <param name="name">if_name, at most 65 535 octets of UTF-8.</param>
    /// <param name="description">if_description, at most 65 535 octets of UTF-8.</param>
    public static byte[] InterfaceDescription(ushort linkType, string name, string description)
    {
        Span<byte> body = stackalloc byte[8];
        body.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(body, linkType);
        return Block(
            PcapngBlock.InterfaceDescription,
            body,
            [(2, Encoding.UTF8.GetBytes(name)), (3, Encoding.UTF8.GetBytes(description)), (9, [9])]);
    }

    /// <summary>Octets that <see cref="EnhancedPacket"/> writes for a frame of a length, with a comment or without.</summary>
    public static int EnhancedPacketLength(int frameLength, string? comment = null) =>
        PacketOverhead + Padded(frameLength) + (comment is null ? 0 : 4 + Padded(Encoding.UTF8.GetByteCount(comment)));

    /// <summary>Writes the block of one packet.</summary>
    /// <param name="destination">Room for <see cref="EnhancedPacketLength"/> octets.</param>
    /// <param name="interfaceNumber">Interface, in the order of their descriptions, from 0.</param>
    /// <param name="unixNanoseconds">Time stamp, ns since 1970, not negative.</param>
    /// <param name="inbound">epb_flags: true for received by the bench, false for sent by it.</param>
    /// <param name="frame">The octets.</param>
    /// <param name="comment">opt_comment, at most 65 535 octets of UTF-8; null for none.</param>
    /// <returns>The number of octets written.</returns>
    public static int EnhancedPacket(
        Span<byte> destination, int interfaceNumber, long unixNanoseconds, bool inbound, ReadOnlySpan<byte> frame, string? comment = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unixNanoseconds);
        var length = EnhancedPacketLength(frame.Length, comment);
        var block = destination[..length];
        var optionsOffset = 28 + Padded(frame.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(block, PcapngBlock.EnhancedPacket);
        BinaryPrimitives.WriteInt32LittleEndian(block[4..], length);
        BinaryPrimitives.WriteInt32LittleEndian(block[8..], interfaceNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(block[12..], (uint)(unixNanoseconds >> 32));
        BinaryPrimitives.WriteUInt32LittleEndian(block[16..], (uint)unixNanoseconds);
        BinaryPrimitives.WriteInt32LittleEndian(block[20..], frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(block[24..], frame.Length);
        frame.CopyTo(block[28..]);
        block[(28 + frame.Length)..optionsOffset].Clear();
        var options = block[optionsOffset..];
        BinaryPrimitives.WriteUInt16LittleEndian(options, 2); // epb_flags
        BinaryPrimitives.WriteUInt16LittleEndian(options[2..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(options[4..], inbound ? 1u : 2u);
        options = options[8..];
        if (comment is not null)
        {
            options = options[Comment(options, comment)..];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(options, 0); // opt_endofopt
        BinaryPrimitives.WriteInt32LittleEndian(options[4..], length);
        return length;
    }

    private static int Comment(Span<byte> options, string comment)
    {
        var octets = Encoding.UTF8.GetByteCount(comment);
        BinaryPrimitives.WriteUInt16LittleEndian(options, 1); // opt_comment
        BinaryPrimitives.WriteUInt16LittleEndian(options[2..], checked((ushort)octets));
        options.Slice(4, Padded(octets)).Clear();
        Encoding.UTF8.GetBytes(comment, options[4..]);
        return 4 + Padded(octets);
    }

    private static byte[] Block(uint type, ReadOnlySpan<byte> body, ReadOnlySpan<(ushort Code, byte[] Value)> options)
    {
        var length = PcapngBlock.Overhead + body.Length + 4;
        foreach (var (_, value) in options)
        {
            length += 4 + Padded(value.Length);
        }

        var block = new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(block, type);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), length);
        body.CopyTo(block.AsSpan(8));
        var offset = 8 + body.Length;
        foreach (var (code, value) in options)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(offset), code);
            BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(offset + 2), checked((ushort)value.Length));
            value.CopyTo(block, offset + 4);
            offset += 4 + Padded(value.Length);
        }

        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(length - 4), length);
        return block;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
