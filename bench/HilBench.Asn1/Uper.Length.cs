using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

/// <summary>The encodings of X.691, unaligned and canonical where an encoder has a choice. Generated code calls them.</summary>
public static partial class Uper
{
    /// <summary>Items of the smallest fragment of a long value.</summary>
    internal const int FragmentUnit = 16384;

    private const int LargestVisibleSize = 65535;

    /// <summary>Reads the number of items of a list, or of its first fragment.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives a violation.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <param name="minimumBits">The fewest bits an item takes.</param>
    /// <param name="more">Whether another fragment follows the items: read its count with <see cref="ReadFragmentCount"/>.</param>
    /// <returns>The number of items, for which enough bits are left.</returns>
    /// <exception cref="Asn1ContentException">Too few bits are left for so many items.</exception>
    public static int ReadCount<TTrace>(
        ref BitReader reader, ref TTrace trace, int lower, int upper, bool extensible, int minimumBits, out bool more)
        where TTrace : struct, IDecodeTrace
    {
        var start = reader.Position;
        var extended = extensible && reader.ReadBit();
        int count;
        more = false;
        if (!extended && (uint)upper <= LargestVisibleSize)
        {
            // X.691 (02/2021) 11.9.4.1: with an upper bound below 64K the length is a constrained whole number.
            count = lower + (int)reader.ReadBits(WidthOf((ulong)(upper - lower)));
        }
        else
        {
            count = ReadLength(ref reader, out more);
        }

        if (!extended && !more && (count < lower || (upper >= 0 && count > upper)))
        {
            ViolateSize(ref reader, ref trace, start, count, lower, upper);
        }

        reader.RequireItems(count, minimumBits);
        return count;
    }

    /// <summary>Reads the number of items of a further fragment.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="minimumBits">The fewest bits an item takes.</param>
    /// <param name="more">Whether another fragment follows.</param>
    /// <returns>The number of items, for which enough bits are left.</returns>
    /// <exception cref="Asn1ContentException">Too few bits are left for so many items.</exception>
    public static int ReadFragmentCount(ref BitReader reader, int minimumBits, out bool more)
    {
        var count = ReadLength(ref reader, out more);
        reader.RequireItems(count, minimumBits);
        return count;
    }

    /// <summary>Writes the number of items of a list, or of its first fragment.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>Items to write now; when fewer than <paramref name="count"/>, or a multiple of 16K, <see cref="WriteFragmentCount"/> follows.</returns>
    /// <exception cref="ArgumentException">The size is not allowed.</exception>
    public static int WriteCount(ref BitWriter writer, string? name, int count, int lower, int upper, bool extensible)
    {
        var inRoot = count >= lower && (upper < 0 || count <= upper);
        if (extensible)
        {
            writer.WriteBit(!inRoot);
        }
        else if (!inRoot)
        {
            writer.Fail(name, string.Create(CultureInfo.InvariantCulture, $"of size {count}"), SizeRule(lower, upper));
        }

        if (inRoot && (uint)upper <= LargestVisibleSize)
        {
            writer.WriteBits((ulong)(count - lower), WidthOf((ulong)(upper - lower)));
            return count;
        }

        return WriteFragmentCount(ref writer, count);
    }

    /// <summary>Writes the length of the next fragment.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="left">Items left.</param>
    /// <returns>Items to write now; 16K or more when a further length must follow them.</returns>
    public static int WriteFragmentCount(ref BitWriter writer, int left)
    {
        // X.691 (02/2021) 11.9.3.6 to 11.9.3.8: one octet below 128, two below 16K, else blocks of 1 to 4 times 16K.
        if (left < 128)
        {
            writer.WriteBits((ulong)left, 8);
            return left;
        }

        if (left < FragmentUnit)
        {
            writer.WriteBits(0x8000UL | (uint)left, 16);
            return left;
        }

        var units = Math.Min(left / FragmentUnit, 4);
        writer.WriteBits(0xC0UL | (uint)units, 8);
        return units * FragmentUnit;
    }

    /// <summary>Whether a further length must follow the items of the fragment just written.</summary>
    /// <param name="fragment">What the counting function returned.</param>
    /// <param name="count">Items of the whole value.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="lower">Smallest size.</param>
    /// <returns>True for a fragment of 16K or more that is not a constrained length.</returns>
    public static bool IsFragment(int fragment, int count, int lower, int upper) =>
        fragment >= FragmentUnit && !((uint)upper <= LargestVisibleSize && count >= lower && count <= upper);

    /// <summary>Reads a length determinant.</summary>
    internal static int ReadLength(ref BitReader reader, out bool more)
    {
        more = false;
        var first = (int)reader.ReadBits(8);
        if (first < 0x80)
        {
            return first;
        }

        if (first < 0xC0)
        {
            return ((first & 0x3F) << 8) | (int)reader.ReadBits(8);
        }

        var units = first & 0x3F;
        if (units is < 1 or > 4)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"A fragment has 1 to 4 times 16K items (X.691 11.9.3.8); found {units}."));
        }

        more = true;
        return units * FragmentUnit;
    }

    /// <summary>Reads the octets of a fragmented value whose first length was read.</summary>
    internal static byte[] ReadFragments(ref BitReader reader, int first)
    {
        var octets = new List<byte>(reader.ReadOctets(first * 8L));
        bool more;
        do
        {
            octets.AddRange(reader.ReadOctets(ReadLength(ref reader, out more) * 8L));
        }
        while (more);
        return [.. octets];
    }

    internal static void WriteLengthAndOctets(ref BitWriter writer, ReadOnlySpan<byte> octets)
    {
        int fragment;
        do
        {
            fragment = WriteFragmentCount(ref writer, octets.Length);
            writer.WriteOctets(octets[..fragment]);
            octets = octets[fragment..];
        }
        while (fragment >= FragmentUnit);
    }

    // X.691 (02/2021) 11.6: a bit 0 and six bits, or a bit 1 and a semi-constrained number.
    internal static int ReadNormallySmall(ref BitReader reader)
    {
        if (!reader.ReadBit())
        {
            return (int)reader.ReadBits(6);
        }

        var value = ReadUnsigned(ref reader);
        if (value > int.MaxValue)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"An extension index is at most 2147483647; found {value}."));
        }

        return (int)value;
    }

    internal static void WriteNormallySmall(ref BitWriter writer, int value)
    {
        writer.WriteBit(value > 63);
        if (value > 63)
        {
            WriteUnsigned(ref writer, (ulong)value);
        }
        else
        {
            writer.WriteBits((ulong)value, 6);
        }
    }

    /// <summary>Bits of a constrained whole number.</summary>
    /// <param name="range">Upper bound minus lower bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int WidthOf(ulong range) => 64 - BitOperations.LeadingZeroCount(range);

    internal static string SizeRule(int lower, int upper) => string.Create(
        CultureInfo.InvariantCulture,
        $"SIZE ({lower}{(upper == lower ? string.Empty : upper < 0 ? "..MAX" : ".." + upper.ToString(CultureInfo.InvariantCulture))})");

    internal static string? SizeText(int lower, int upper, bool extensible) =>
        lower == 0 && upper < 0 ? null
        : extensible ? SizeRule(lower, upper)[..^1] + ", ...)"
        : SizeRule(lower, upper);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ViolateSize<TTrace>(ref BitReader reader, ref TTrace trace, int start, int count, int lower, int upper)
        where TTrace : struct, IDecodeTrace
    {
        reader.MarkViolated();
        if (TTrace.IsOn)
        {
            trace.Violate(start, reader.Position, SizeRule(lower, upper), string.Create(CultureInfo.InvariantCulture, $"size {count}"));
        }
    }
}
