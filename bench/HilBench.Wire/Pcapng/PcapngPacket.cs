using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HilBench.Wire.Pcapng;

/// <summary>A packet of a pcapng file; a view of its block.</summary>
public readonly ref struct PcapngPacket
{
    private const int HeaderLength = 20;
    private const int CommentOption = 1;
    private const int FlagsOption = 2;

    /// <summary>Interface in the section, in the order of the descriptions, from 0.</summary>
    public uint Interface { get; private init; }

    /// <summary>Time stamp in units of the interface.</summary>
    public ulong Stamp { get; private init; }

    /// <summary>Octets that the packet had on the link; more than <see cref="Frame"/> holds when the capture program cut it.</summary>
    public uint OriginalLength { get; private init; }

    /// <summary>True when received, false when sent by the capturing machine, null when the file does not tell.</summary>
    public bool? Inbound { get; private init; }

    /// <summary>The first comment of the packet; null when it has none.</summary>
    public string? Comment { get; private init; }

    /// <summary>The octets, from the link layer up.</summary>
    public ReadOnlySpan<byte> Frame { get; private init; }

    /// <summary>Reads the body of an enhanced packet block, or of the packet block of old files.</summary>
    /// <param name="blockType"><see cref="PcapngBlock.EnhancedPacket"/> or <see cref="PcapngBlock.ObsoletePacket"/>.</param>
    /// <param name="body">The block between its length fields.</param>
    /// <param name="littleEndian">Byte order of the section.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="error">Why there is none; null when there is one.</param>
    public static bool TryParse(uint blockType, ReadOnlySpan<byte> body, bool littleEndian, out PcapngPacket packet, [NotNullWhen(false)] out WireError? error)
    {
        packet = default;
        error = null;
        if (body.Length < HeaderLength)
        {
            error = new WireError($"a packet block has at least {HeaderLength} octets, this one {body.Length}", 0);
            return false;
        }

        var captured = FileNumber.UInt32(body[12..], littleEndian);
        if (captured > body.Length - HeaderLength)
        {
            error = new WireError($"the packet claims {captured} octets, {body.Length - HeaderLength} are in its block", 12);
            return false;
        }

        var end = HeaderLength + (int)captured;
        ReadOptions(body[Math.Min(body.Length, (end + 3) & ~3)..], littleEndian, out var inbound, out var comment);
        packet = new PcapngPacket
        {
            Interface = blockType == PcapngBlock.ObsoletePacket ? FileNumber.UInt16(body, littleEndian) : FileNumber.UInt32(body, littleEndian),
            Stamp = ((ulong)FileNumber.UInt32(body[4..], littleEndian) << 32) | FileNumber.UInt32(body[8..], littleEndian),
            OriginalLength = FileNumber.UInt32(body[16..], littleEndian),
            Inbound = inbound,
            Comment = comment,
            Frame = body[HeaderLength..end],
        };
        return true;
    }

    // epb_flags, bits 0 and 1: 00 not told, 01 inbound, 10 outbound.
    private static void ReadOptions(ReadOnlySpan<byte> octets, bool littleEndian, out bool? inbound, out string? comment)
    {
        inbound = null;
        comment = null;
        var options = new PcapngOptions(octets, littleEndian);
        while (options.MoveNext())
        {
            if (options.Code == FlagsOption && options.Value.Length == 4)
            {
                inbound = (FileNumber.UInt32(options.Value, littleEndian) & 3) switch { 1 => true, 2 => false, _ => null };
            }
            else if (options.Code == CommentOption)
            {
                comment ??= Encoding.UTF8.GetString(options.Value);
            }
        }
    }
}
