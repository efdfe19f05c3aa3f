using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

/// <summary>The encodings of X.696 in their canonical form (COER). Other forms of OER are read and are violations. Generated code calls them.</summary>
public static partial class Oer
{
    private const int LongestMessage = int.MaxValue / 8;

    /// <summary>Reads the number of items of a list.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <param name="minimumBits">The fewest bits an item takes.</param>
    /// <returns>The number of items, for which enough bits are left.</returns>
    /// <exception cref="Asn1ContentException">Too few bits are left for so many items.</exception>
    public static int ReadQuantity<TTrace>(ref BitReader reader, ref TTrace trace, int lower, int upper, bool extensible, int minimumBits)
        where TTrace : struct, IDecodeTrace
    {
        var start = reader.Position;

        // X.696 (02/2021) 17.2: the quantity is encoded like INTEGER (0..MAX), whatever the size constraint says.
        var count = (int)Math.Min(ReadUnsigned(ref reader, ref trace), int.MaxValue);
        CheckSize(ref reader, ref trace, start, count, lower, upper, extensible);
        reader.RequireItems(count, minimumBits);
        return count;
    }

    /// <summary>Writes the number of items of a list.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size is not allowed.</exception>
    public static void WriteQuantity(ref BitWriter writer, string? name, int count, int lower, int upper, bool extensible)
    {
        CheckSize(in writer, name, count, lower, upper, extensible);
        WriteUnsigned(ref writer, (ulong)count);
    }

    /// <summary>Reads a length determinant. One that no message can hold is as good as the largest one.</summary>
    internal static int ReadLength<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        // X.696 (02/2021) 8.6.4: below 128 the length is one octet.
        var first = reader.ReadOctet();
        return first < 0x80 ? first : ReadLongLength(ref reader, ref trace, first & 0x7F);
    }

    internal static void WriteLength(ref BitWriter writer, int length)
    {
        if (length < 0x80)
        {
            writer.WriteBits((ulong)length, 8);
            return;
        }

        // X.696 (02/2021) 8.6.5: the number of octets that hold the length, then these; canonical are the fewest.
        var octets = OctetsOf((ulong)length);
        writer.WriteBits(0x80UL | (uint)octets, 8);
        writer.WriteBits((ulong)length, octets * 8);
    }

    internal static void WriteLengthAndOctets(ref BitWriter writer, ReadOnlySpan<byte> octets)
    {
        WriteLength(ref writer, octets.Length);
        writer.WriteOctets(octets);
    }

    private static int ReadLongLength<TTrace>(ref BitReader reader, ref TTrace trace, int octets)
        where TTrace : struct, IDecodeTrace
    {
        if (octets == 0)
        {
            reader.Throw("The long form of a length has 1 to 127 octets (X.696 8.6.5); found 0.");
        }

        var start = reader.Position - 8;
        reader.Require(octets * 8);
        var length = (ulong)reader.ReadOctet();
        var isShortest = length > 0;
        for (var i = 1; i < octets; i++)
        {
            length = Math.Min((length << 8) | (uint)reader.ReadOctet(), uint.MaxValue);
        }

        if (!isShortest || length < 0x80)
        {
            Violate(ref reader, ref trace, start, "X.696 8.6.5: a length in the fewest octets");
        }

        return (int)Math.Min(length, LongestMessage);
    }

    private static void CheckSize<TTrace>(ref BitReader reader, ref TTrace trace, int start, int count, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        if (!extensible && (count < lower || (upper >= 0 && count > upper)))
        {
            Uper.ViolateSize(ref reader, ref trace, start, count, lower, upper);
        }
    }

    private static void CheckSize(in BitWriter writer, string? name, int count, int lower, int upper, bool extensible)
    {
        if (!extensible && (count < lower || (upper >= 0 && count > upper)))
        {
            writer.Fail(name, string.Create(CultureInfo.InvariantCulture, $"of size {count}"), Uper.SizeRule(lower, upper));
        }
    }

    private static bool IsFixed(int lower, int upper, bool extensible) => lower == upper && !extensible;

    private static int OctetsOf(ulong value) => Math.Max(1, (Uper.WidthOf(value) + 7) / 8);

    /// <summary>The octets from a position to the reader's are not canonical.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Violate<TTrace>(ref BitReader reader, ref TTrace trace, int start, string rule)
        where TTrace : struct, IDecodeTrace
    {
        reader.MarkViolated();
        if (TTrace.IsOn)
        {
            trace.Violate(start, reader.Position, rule, reader.OctetsFrom(start));
        }
    }
}
