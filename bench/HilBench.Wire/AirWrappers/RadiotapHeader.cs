using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.AirWrappers;

/// <summary>The header that a capture of LINKTYPE 127 has before each IEEE 802.11 frame (radiotap.org): its length, what it says, and that in order. Numbers have their low octet first.</summary>
public sealed record RadiotapHeader
{
    private const int Least = 8;
    private const uint More = 1u << 31;

    /// <summary>Octets of the header; the frame follows.</summary>
    public required int Length { get; init; }

    /// <summary>Whether the frame ends with its check sequence of 4 octets.</summary>
    public bool HasCheckSequence { get; init; }

    /// <summary>Whether the frame's header is padded to a multiple of four octets.</summary>
    public bool IsPadded { get; init; }

    /// <summary>What it says of the radio.</summary>
    public required RadioReport Radio { get; init; }

    /// <summary>Reads a header.</summary>
    /// <param name="octets">The captured packet.</param>
    /// <param name="header">The header.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out RadiotapHeader? header, [NotNullWhen(false)] out WireError? error)
    {
        header = null;
        error = null;
        var length = octets.Length < Least ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(octets[2..]);
        if (length < Least || length > octets.Length || octets[0] != 0)
        {
            error = new WireError($"a radiotap header begins with version 0 and its length, 8 to the {octets.Length} octets that are there", 0);
            return false;
        }

        var present = BinaryPrimitives.ReadUInt32LittleEndian(octets[4..]);
        var offset = Least;
        for (var word = present; (word & More) != 0; offset += 4)
        {
            if (offset + 4 > length)
            {
                error = new WireError("the words that say what a radiotap header holds go beyond it", offset);
                return false;
            }

            word = BinaryPrimitives.ReadUInt32LittleEndian(octets[offset..]);
        }

        header = Fields(octets[..length], present, offset);
        return true;
    }

    // The fields up to the one of bit 6, each aligned to its size; a header that ends early holds what fits.
    private static RadiotapHeader Fields(ReadOnlySpan<byte> octets, uint present, int offset)
    {
        var flags = 0;
        var radio = new RadioReport();
        ReadOnlySpan<byte> sizes = [8, 1, 1, 4, 2, 1, 1];
        ReadOnlySpan<byte> alignments = [8, 1, 1, 2, 2, 1, 1];
        for (var bit = 0; bit < sizes.Length; bit++)
        {
            if ((present & (1u << bit)) == 0)
            {
                continue;
            }

            offset = (offset + alignments[bit] - 1) & -alignments[bit];
            if (offset + sizes[bit] > octets.Length)
            {
                break;
            }

            var field = octets[offset..];
            flags = bit == 1 ? field[0] : flags;
            radio = bit switch
            {
                2 => radio with { KilobitsPerSecond = 500 * field[0] },
                3 => radio with { Channel = Channel(BinaryPrimitives.ReadUInt16LittleEndian(field)) },
                5 => radio with { SignalDbm = (sbyte)field[0] },
                6 => radio with { NoiseDbm = (sbyte)field[0] },
                _ => radio,
            };
            offset += sizes[bit];
        }

        return new RadiotapHeader { Length = octets.Length, HasCheckSequence = (flags & 0x10) != 0, IsPadded = (flags & 0x20) != 0, Radio = radio };
    }

    // IEEE 802.11 15.4.4.3: centre frequency in MHz = 5000 + 5 × number.
    private static int? Channel(ushort megahertz) => megahertz is > 5000 and < 6000 && megahertz % 5 == 0 ? (megahertz - 5000) / 5 : null;
}
