using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Pcapng;

/// <summary>The first octets of a block: what it is and how long.</summary>
/// <param name="Type">Block type.</param>
/// <param name="Length">Octets of the whole block.</param>
/// <param name="LittleEndian">Byte order, of this block and of those that follow it in the section.</param>
public readonly record struct PcapngBlockHeader(uint Type, int Length, bool LittleEndian)
{
    /// <summary>Octets that are needed to read the header: type, length and, of a section header, the byte-order magic. No block is shorter.</summary>
    public const int Octets = 12;

    /// <summary>Octets between the length fields.</summary>
    public int BodyLength => Length - PcapngBlock.Overhead;

    /// <summary>Reads the header.</summary>
    /// <param name="octets">The first 12 octets of the block.</param>
    /// <param name="littleEndian">Byte order of the section so far; a section header brings its own.</param>
    /// <param name="header">The header.</param>
    /// <param name="error">Why there is none; null when there is one.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, bool littleEndian, out PcapngBlockHeader header, [NotNullWhen(false)] out WireError? error)
    {
        header = default;
        error = null;
        var type = FileNumber.UInt32(octets, littleEndian);
        if (type == PcapngBlock.SectionHeader)
        {
            littleEndian = FileNumber.UInt32(octets[8..], littleEndian: true) == PcapngBlock.ByteOrderMagic;
            if (!littleEndian && FileNumber.UInt32(octets[8..], littleEndian: false) != PcapngBlock.ByteOrderMagic)
            {
                error = new WireError("the section header has no byte-order magic (1A2B3C4D)", 8);
                return false;
            }
        }

        var length = FileNumber.UInt32(octets[4..], littleEndian);
        if (length < PcapngBlock.Overhead || length % 4 != 0 || length > PcapngBlock.LongestBlock)
        {
            error = new WireError($"the block claims {length} octets; 12 to {PcapngBlock.LongestBlock} in steps of 4 are possible", 4);
            return false;
        }

        header = new PcapngBlockHeader(type, (int)length, littleEndian);
        return true;
    }

    /// <summary>Whether the length at the end of the block is the one at its start.</summary>
    /// <param name="trailer">The last four octets of the block.</param>
    public bool EndsWith(ReadOnlySpan<byte> trailer) => FileNumber.UInt32(trailer, LittleEndian) == Length;
}
