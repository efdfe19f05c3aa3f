using System.Globalization;

namespace HilBench.Asn1;

public static partial class Oer
{
    /// <summary>Writes a constrained whole number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <exception cref="ArgumentException">The number is out of range.</exception>
    public static void WriteInteger(ref BitWriter writer, string? name, long value, long lower, long upper)
    {
        if (value < lower || value > upper)
        {
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), Uper.RangeRule(lower, upper));
        }

        WriteFixed(ref writer, value, FixedOctets(lower, upper));
    }

    /// <summary>Writes a constrained whole number whose upper bound is above <see cref="long.MaxValue"/>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <exception cref="ArgumentException">The number is out of range.</exception>
    public static void WriteUInt64(ref BitWriter writer, string? name, ulong value, ulong lower, ulong upper)
    {
        if (value < lower || value > upper)
        {
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), Uper.RangeRule(lower, upper));
        }

        writer.WriteBits(value, 64);
    }

    /// <summary>Writes a number that is not simply constrained: open at an end, or extensible.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="octets">Width in octets; 0 when a length stands in front.</param>
    /// <param name="isSigned">Whether the number is in two's complement.</param>
    /// <param name="lower">Lower bound; null for MIN.</param>
    /// <param name="upper">Upper bound; null for MAX.</param>
    /// <param name="extensible">Whether the constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The number is out of range.</exception>
    public static void WriteInteger(
        ref BitWriter writer, string? name, long value, int octets, bool isSigned, long? lower, long? upper, bool extensible)
    {
        var inRoot = value >= (lower ?? long.MinValue) && value <= (upper ?? long.MaxValue);
        if (!(inRoot || extensible) || !Holds(value, octets, isSigned))
        {
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), Uper.RangeRule(lower, upper));
        }

        if (octets > 0)
        {
            WriteFixed(ref writer, value, octets);
        }
        else if (isSigned)
        {
            WriteSigned(ref writer, value);
        }
        else
        {
            WriteUnsigned(ref writer, (ulong)value);
        }
    }

    /// <summary>Writes a number whose constraint has gaps.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="intervals">Lower and upper bound of each interval, rising.</param>
    /// <exception cref="ArgumentException">The number is in no interval.</exception>
    public static void WriteInIntervals(ref BitWriter writer, string? name, long value, ReadOnlySpan<long> intervals)
    {
        if (!Uper.Holds(intervals, value))
        {
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), Uper.IntervalsRule(intervals));
        }

        WriteFixed(ref writer, value, FixedOctets(intervals[0], intervals[^1]));
    }

    private static bool Holds(long value, int octets, bool isSigned) => isSigned
        ? octets == 0 || SignedOctets(value) <= octets
        : value >= 0 && (octets == 0 || OctetsOf((ulong)value) <= octets);

    private static void WriteFixed(ref BitWriter writer, long value, int octets) =>
        writer.WriteBits((ulong)value & (ulong.MaxValue >> (64 - (octets * 8))), octets * 8);

    private static void WriteUnsigned(ref BitWriter writer, ulong value)
    {
        var octets = OctetsOf(value);
        writer.WriteBits((ulong)octets, 8);
        writer.WriteBits(value, octets * 8);
    }

    private static void WriteSigned(ref BitWriter writer, long value)
    {
        var octets = (Uper.WidthOf((ulong)(value < 0 ? ~value : value)) / 8) + 1;
        writer.WriteBits((ulong)octets, 8);
        WriteFixed(ref writer, value, octets);
    }
}
