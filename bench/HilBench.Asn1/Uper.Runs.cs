using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

/// <summary>Values inside a number of up to 64 bits that was read, or is written, at once.</summary>
public static partial class Uper
{
    /// <summary>A constrained whole number from its offset. Above <see cref="int.MaxValue"/> it is a violation and saturates.</summary>
    /// <param name="reader">Learns of a violation.</param>
    /// <param name="offset">What was read.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <returns>The number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FromOffset32(ref BitReader reader, ulong offset, int lower, int upper)
    {
        var value = lower + (long)offset;
        if (value > upper)
        {
            reader.MarkViolated();
            value = Math.Min(value, int.MaxValue);
        }

        return (int)value;
    }

    /// <summary>A constrained whole number from its offset. Above <see cref="long.MaxValue"/> it is a violation and saturates.</summary>
    /// <param name="reader">Learns of a violation.</param>
    /// <param name="offset">What was read.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <returns>The number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FromOffset64(ref BitReader reader, ulong offset, long lower, long upper)
    {
        if (offset <= (ulong)upper - (ulong)lower)
        {
            return (long)((ulong)lower + offset);
        }

        reader.MarkViolated();
        return (long)Int128.Min((Int128)lower + offset, long.MaxValue);
    }

    /// <summary>The index of an enumerated value that is not extensible; beyond the root it is a violation and kept.</summary>
    /// <param name="reader">Learns of a violation.</param>
    /// <param name="index">What was read.</param>
    /// <param name="rootCount">Number of values.</param>
    /// <returns>The index.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FromIndex(ref BitReader reader, ulong index, int rootCount)
    {
        if (index >= (ulong)rootCount)
        {
            reader.MarkViolated();
        }

        return (int)index;
    }

    /// <summary>Reads the index of an enumerated value, as <see cref="ReadEnumerated"/> does, with nobody listening.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="rootCount">Number of root values.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    /// <returns>The index.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadIndex(ref BitReader reader, int rootCount, bool extensible)
    {
        // X.691 (02/2021) 14.2 and 14.3: the marker's bit and the index in the root are read at once.
        var width = WidthOf((ulong)(rootCount - 1));
        if (!extensible)
        {
            return FromIndex(ref reader, reader.ReadBits(width), rootCount);
        }

        if (reader.ReadBit())
        {
            return (int)Math.Min(rootCount + (long)ReadNormallySmall(ref reader), int.MaxValue);
        }

        var index = (int)reader.ReadBits(width);
        if (index < rootCount)
        {
            return index;
        }

        reader.MarkViolated();
        return -1 - index;
    }

    /// <summary>The offset that a constrained whole number is written as.</summary>
    /// <param name="writer">Knows the path, for the exception.</param>
    /// <param name="name">ASN.1 name of the member, dotted when it is nested.</param>
    /// <param name="value">The number.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <returns>The offset from the lower bound.</returns>
    /// <exception cref="ArgumentException">The number is out of range.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ToOffset(ref BitWriter writer, string name, long value, long lower, long upper)
    {
        if (value < lower || value > upper)
        {
            RefuseInteger(ref writer, name, value, lower, upper);
        }

        return (ulong)value - (ulong)lower;
    }

    /// <summary>The index that an enumerated value that is not extensible is written as.</summary>
    /// <param name="writer">Knows the path, for the exception.</param>
    /// <param name="name">ASN.1 name of the member, dotted when it is nested.</param>
    /// <param name="value">The index.</param>
    /// <param name="rootCount">Number of values.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">There is no such value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ToIndex(ref BitWriter writer, string name, int value, int rootCount)
    {
        if ((uint)value >= (uint)rootCount)
        {
            RefuseEnumerated(ref writer, name, value, rootCount);
        }

        return (uint)value;
    }

    /// <summary>The number that a BIT STRING of fixed size is written as.</summary>
    /// <param name="writer">Knows the path, for the exception.</param>
    /// <param name="name">ASN.1 name of the member, dotted when it is nested.</param>
    /// <param name="value">The bits.</param>
    /// <param name="size">Number of bits, at most 64.</param>
    /// <returns>The bits as a number.</returns>
    /// <exception cref="ArgumentException">The size is another.</exception>
    public static ulong ToNumber(ref BitWriter writer, string name, BitString value, int size)
    {
        if (value.Length != size)
        {
            RefuseSize(ref writer, name, value.Length, size);
        }

        return NumberOf(value.Octets) >> (-size & 7);
    }

    /// <summary>The number that an OCTET STRING of fixed size is written as.</summary>
    /// <param name="writer">Knows the path, for the exception.</param>
    /// <param name="name">ASN.1 name of the member, dotted when it is nested.</param>
    /// <param name="value">The octets.</param>
    /// <param name="size">Number of octets, at most 8.</param>
    /// <returns>The octets as a number.</returns>
    /// <exception cref="ArgumentException">The size is another.</exception>
    public static ulong ToNumber(ref BitWriter writer, string name, OctetString value, int size)
    {
        if (value.Length != size)
        {
            RefuseSize(ref writer, name, value.Length, size);
        }

        return NumberOf(value.Span);
    }

    private static ulong NumberOf(ReadOnlySpan<byte> octets)
    {
        if (octets.Length == 4)
        {
            return BinaryPrimitives.ReadUInt32BigEndian(octets);
        }

        ulong number = 0;
        foreach (var octet in octets)
        {
            number = (number << 8) | octet;
        }

        return number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseEnumerated(ref BitWriter writer, string? name, int value, int rootCount) => writer.Fail(
        name,
        value.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"an index below {rootCount}"));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseSize(ref BitWriter writer, string? name, int found, int size) =>
        writer.Fail(name, string.Create(CultureInfo.InvariantCulture, $"of size {found}"), SizeRule(size, size));
}
