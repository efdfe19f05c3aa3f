using System.Buffers.Binary;

namespace HilBench.Wire.Tscbm;

/// <summary>Times to change of one phase and overlap, 13 octets. Times are tenths of a second from the sending of the datagram.</summary>
/// <param name="Number">Phase (and overlap) number, 1 to 16.</param>
/// <param name="VehMin">Least time until the vehicle signal changes; <see cref="Unknown"/> when it has none.</param>
/// <param name="VehMax">Greatest time until the vehicle signal changes; <see cref="Unknown"/> when unbounded.</param>
/// <param name="PedMin">Least time until the pedestrian signal changes.</param>
/// <param name="PedMax">Greatest time until the pedestrian signal changes.</param>
/// <param name="OvlMin">Least time until the overlap changes.</param>
/// <param name="OvlMax">Greatest time until the overlap changes.</param>
public readonly record struct TscbmBlock(byte Number, ushort VehMin, ushort VehMax, ushort PedMin, ushort PedMax, ushort OvlMin, ushort OvlMax)
{
    /// <summary>The value of a time that is not known.</summary>
    public const ushort Unknown = 0xFFFF;

    /// <summary>Octets of a block.</summary>
    public const int Length = 13;

    internal static TscbmBlock Read(ReadOnlySpan<byte> octets) => new(
        octets[0],
        BinaryPrimitives.ReadUInt16BigEndian(octets[1..]),
        BinaryPrimitives.ReadUInt16BigEndian(octets[3..]),
        BinaryPrimitives.ReadUInt16BigEndian(octets[5..]),
        BinaryPrimitives.ReadUInt16BigEndian(octets[7..]),
        BinaryPrimitives.ReadUInt16BigEndian(octets[9..]),
        BinaryPrimitives.ReadUInt16BigEndian(octets[11..]));

    internal void Write(Span<byte> octets)
    {
        octets[0] = Number;
        BinaryPrimitives.WriteUInt16BigEndian(octets[1..], VehMin);
        BinaryPrimitives.WriteUInt16BigEndian(octets[3..], VehMax);
        BinaryPrimitives.WriteUInt16BigEndian(octets[5..], PedMin);
        BinaryPrimitives.WriteUInt16BigEndian(octets[7..], PedMax);
        BinaryPrimitives.WriteUInt16BigEndian(octets[9..], OvlMin);
        BinaryPrimitives.WriteUInt16BigEndian(octets[11..], OvlMax);
    }
}
