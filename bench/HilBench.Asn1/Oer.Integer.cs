using System.Globalization;

namespace HilBench.Asn1;

public static partial class Oer
{
    /// <summary>Reads a constrained whole number. Above <see cref="int.MaxValue"/> it is a violation and saturates.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <returns>The number.</returns>
    public static int ReadInt32<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.696 (02/2021) 10.2 and 10.3: with two bounds the number takes 1, 2, 4 or 8 octets and stands for itself, not for an offset.
        var octets = FixedOctets(lower, upper);
        var raw = (long)reader.ReadBits(octets * 8);
        var value = lower < 0 ? Extend(raw, octets) : raw;
        if (value < lower || value > upper)
        {
            Uper.ViolateRange(ref reader, ref trace, start, value, lower, upper);
            value = Math.Min(value, int.MaxValue);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), Uper.RangeRule(lower, upper));
        }

        return (int)value;
    }

    /// <summary>Reads a constrained whole number. Above <see cref="long.MaxValue"/> it is a violation and saturates.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <returns>The number.</returns>
    public static long ReadInt64<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type, long lower, long upper)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        var value = ReadFixed(ref reader, FixedOctets(lower, upper), isSigned: lower < 0);
        if (value < lower || value > upper)
        {
            Uper.ViolateRange(ref reader, ref trace, start, value, lower, upper);
            value = Int128.Min(value, long.MaxValue);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), Uper.RangeRule(lower, upper));
        }

        return (long)value;
    }

    /// <summary>Reads a constrained whole number whose upper bound is above <see cref="long.MaxValue"/>.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <returns>The number.</returns>
    public static ulong ReadUInt64<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type, ulong lower, ulong upper)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.696 (02/2021) 10.3 d: an upper bound above 2^32 - 1 takes eight octets.
        var value = reader.ReadBits(64);
        if (value < lower || value > upper)
        {
            Uper.ViolateRange(ref reader, ref trace, start, value, lower, upper);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), Uper.RangeRule(lower, upper));
        }

        return value;
    }

    /// <summary>Reads a number that is not simply constrained: open at an end, or extensible.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="octets">Width in octets; 0 when a length stands in front.</param>
    /// <param name="isSigned">Whether the number is in two's complement.</param>
    /// <param name="lower">Lower bound; null for MIN.</param>
    /// <param name="upper">Upper bound; null for MAX.</param>
    /// <param name="extensible">Whether the constraint has an extension marker.</param>
    /// <returns>The number. Above <see cref="long.MaxValue"/> it is a violation and saturates.</returns>
    /// <exception cref="Asn1ContentException">The number does not fit into 64 bits.</exception>
    public static long ReadInteger<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, int octets, bool isSigned, long? lower, long? upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        Int128 value = octets > 0 ? ReadFixed(ref reader, octets, isSigned)
            : isSigned ? ReadSigned(ref reader, ref trace)
            : ReadUnsigned(ref reader, ref trace);
        var (least, most) = extensible ? (long.MinValue, long.MaxValue) : (lower ?? long.MinValue, upper ?? long.MaxValue);
        if (value < least || value > most)
        {
            Uper.ViolateRange(ref reader, ref trace, start, value, least, most);
            value = Int128.Min(value, long.MaxValue);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), Uper.RangeText(lower, upper, extensible));
        }

        return (long)value;
    }

    /// <summary>Reads a number whose constraint has gaps; only the outermost bounds shape its encoding.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="intervals">Lower and upper bound of each interval, rising.</param>
    /// <returns>The number. In a gap or out of the bounds it is a violation; above <see cref="long.MaxValue"/> it saturates.</returns>
    public static long ReadInIntervals<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, ReadOnlySpan<long> intervals)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        var value = ReadFixed(ref reader, FixedOctets(intervals[0], intervals[^1]), isSigned: intervals[0] < 0);
        if (!Uper.Holds(intervals, value))
        {
            reader.MarkViolated();
            if (TTrace.IsOn)
            {
                trace.Violate(start, reader.Position, Uper.IntervalsRule(intervals), value.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), Uper.IntervalsRule(intervals));
        }

        return (long)Int128.Min(value, long.MaxValue);
    }

    private static Int128 ReadFixed(ref BitReader reader, int octets, bool isSigned)
    {
        var raw = reader.ReadBits(octets * 8);
        return isSigned ? Extend((long)raw, octets) : raw;
    }

    // X.696 (02/2021) 10.3: an unsigned number of variable size, behind the number of its octets.
    private static ulong ReadUnsigned<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
        => reader.ReadBits(ReadIntegerLength(ref reader, ref trace, isSigned: false) * 8);

    // X.696 (02/2021) 10.4: a number in two's complement of variable size, behind the number of its octets.
    private static long ReadSigned<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        var octets = ReadIntegerLength(ref reader, ref trace, isSigned: true);
        return Extend((long)reader.ReadBits(octets * 8), octets);
    }

    /// <summary>Reads the length of a number and passes by the octets in front that it could do without.</summary>
    private static int ReadIntegerLength<TTrace>(ref BitReader reader, ref TTrace trace, bool isSigned)
        where TTrace : struct, IDecodeTrace
    {
        var start = reader.Position;
        var octets = ReadLength(ref reader, ref trace);
        reader.Require(octets * 8L);
        var left = SkipRedundant(ref reader, octets, isSigned);
        if (left < octets)
        {
            Violate(ref reader, ref trace, start, "X.696 10.1: a number in the fewest octets");
        }

        if (left is < 1 or > 8)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"A number of 1 to 8 octets was expected; found {left}."));
        }

        return left;
    }

    private static int SkipRedundant(ref BitReader reader, int octets, bool isSigned)
    {
        while (octets > 1)
        {
            var ahead = reader;
            var bits = ahead.ReadBits(9);
            if (isSigned ? bits is not (0 or 0x1FF) : bits >> 1 != 0)
            {
                break;
            }

            reader.Skip(8);
            octets--;
        }

        return octets;
    }

    private static int FixedOctets(long lower, long upper) => lower >= 0
        ? upper switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 }
        : Math.Max(SignedOctets(lower), SignedOctets(upper));

    private static int SignedOctets(long value) => value switch
    {
        >= sbyte.MinValue and <= sbyte.MaxValue => 1,
        >= short.MinValue and <= short.MaxValue => 2,
        >= int.MinValue and <= int.MaxValue => 4,
        _ => 8,
    };

    private static long Extend(long raw, int octets) => raw << (64 - (octets * 8)) >> (64 - (octets * 8));
}
