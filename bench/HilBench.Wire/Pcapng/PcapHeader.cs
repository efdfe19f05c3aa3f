using System.Buffers.Binary;

namespace HilBench.Wire.Pcapng;

/// <summary>The head of a classic pcap file (draft-ietf-opsawg-pcap 4).</summary>
/// <param name="LinkType">LINKTYPE number of all its frames.</param>
/// <param name="LittleEndian">Byte order.</param>
/// <param name="InNanoseconds">Whether stamps are in ns, not µs.</param>
public readonly record struct PcapHeader(ushort LinkType, bool LittleEndian, bool InNanoseconds)
{
    /// <summary>Octets of the header.</summary>
    public const int Octets = 24;

    private const uint MicrosecondMagic = 0xA1B2C3D4;
    private const uint NanosecondMagic = 0xA1B23C4D;

    /// <summary>Whether a file that begins with these four octets is a pcap file.</summary>
    public static bool Begins(ReadOnlySpan<byte> octets) =>
        BinaryPrimitives.ReadUInt32LittleEndian(octets) is MicrosecondMagic or NanosecondMagic
        || BinaryPrimitives.ReadUInt32BigEndian(octets) is MicrosecondMagic or NanosecondMagic;

    /// <summary>Reads the header.</summary>
    /// <param name="octets">The first 24 octets of a file for which <see cref="Begins"/> holds.</param>
    public static PcapHeader Parse(ReadOnlySpan<byte> octets)
    {
        var littleEndian = BinaryPrimitives.ReadUInt32LittleEndian(octets) is MicrosecondMagic or NanosecondMagic;

        // The upper half of the link type field tells whether frames end with a check sequence.
        return new PcapHeader(
            (ushort)FileNumber.UInt32(octets[20..], littleEndian),
            littleEndian,
            FileNumber.UInt32(octets, littleEndian) == NanosecondMagic);
    }

    /// <summary>Reads the head of a packet record.</summary>
    /// <param name="octets">Its 16 octets.</param>
    public PcapRecord ParseRecord(ReadOnlySpan<byte> octets) => new(
        (FileNumber.UInt32(octets, LittleEndian) * 1_000_000_000L) + (FileNumber.UInt32(octets[4..], LittleEndian) * (InNanoseconds ? 1L : 1000L)),
        FileNumber.UInt32(octets[8..], LittleEndian),
        FileNumber.UInt32(octets[12..], LittleEndian));
}
