using System.Buffers.Binary;

namespace HilBench.Wire.Pcapng;

/// <summary>Numbers of a capture file, in the byte order of the machine that wrote it.</summary>
internal static class FileNumber
{
    public static ushort UInt16(ReadOnlySpan<byte> octets, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(octets) : BinaryPrimitives.ReadUInt16BigEndian(octets);

    public static uint UInt32(ReadOnlySpan<byte> octets, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(octets) : BinaryPrimitives.ReadUInt32BigEndian(octets);

    public static long Int64(ReadOnlySpan<byte> octets, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadInt64LittleEndian(octets) : BinaryPrimitives.ReadInt64BigEndian(octets);
}
