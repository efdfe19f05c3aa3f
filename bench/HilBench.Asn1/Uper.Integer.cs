using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

public static partial class Uper
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadInt32<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper)
        where TTrace : struct, IDecodeTrace
    {
        if (TTrace.IsOn)
        {
            return ExplainInt32(ref reader, ref trace, name, type, lower, upper);
        }

        // Inlined with constant bounds, the width is a constant and the texts are not even loaded.
        var value = lower + (long)reader.ReadBits(WidthOf((ulong)((long)upper - lower)));
        if (value > upper)
        {
            reader.MarkViolated();
            value = Math.Min(value, int.MaxValue);
        }

        return (int)value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ExplainInt32<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.691 (02/2021) 11.5.6 and 11.3: the offset from the lower bound in the fewest bits that hold the range.
        var value = lower + (long)reader.ReadBits(WidthOf((ulong)((long)upper - lower)));
        if (value > upper)
        {
            ViolateRange(ref reader, ref trace, start, value, lower, upper);
            value = Math.Min(value, int.MaxValue);
        }

        trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), RangeRule(lower, upper));
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
        var value = (Int128)lower + reader.ReadBits(WidthOf((ulong)upper - (ulong)lower));
        if (value > upper)
        {
            ViolateRange(ref reader, ref trace, start, value, lower, upper);
            value = Int128.Min(value, long.MaxValue);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), RangeRule(lower, upper));
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
        var value = (UInt128)lower + reader.ReadBits(WidthOf(upper - lower));
        if (value > upper)
        {
            ViolateRange(ref reader, ref trace, start, (Int128)value, lower, upper);
            value = UInt128.Min(value, ulong.MaxValue);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), RangeRule(lower, upper));
        }

        return (ulong)value;
    }

    /// <summary>Reads a number that is not simply constrained: open at an end, or extensible.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Lower bound; null for MIN.</param>
    /// <param name="upper">Upper bound; null for MAX.</param>
    /// <param name="extensible">Whether the constraint has an extension marker.</param>
    /// <returns>The number.</returns>
    /// <exception cref="Asn1ContentException">The number does not fit into 64 bits.</exception>
    public static long ReadInteger<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, long? lower, long? upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        var extended = extensible && reader.ReadBit();
        Int128 value = 0;
        if (extended || lower is null)
        {
            // X.691 (02/2021) 13.1 and 13.2.4: outside the root, and without a lower bound, as if there were no constraint.
            value = ReadSigned(ref reader);
        }
        else if (upper is null)
        {
            value = lower.Value + (Int128)ReadUnsigned(ref reader);
        }
        else
        {
            value = lower.Value + (Int128)reader.ReadBits(WidthOf((ulong)upper.Value - (ulong)lower.Value));
        }

        if (!extended && (value > (upper ?? long.MaxValue) || value < (lower ?? long.MinValue)))
        {
            ViolateRange(ref reader, ref trace, start, value, lower, upper);
            value = Int128.Min(value, long.MaxValue);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), RangeText(lower, upper, extensible));
        }

        return (long)value;
    }

    /// <summary>Writes a constrained whole number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <exception cref="ArgumentException">The number is out of range.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInteger(ref BitWriter writer, string? name, long value, long lower, long upper)
    {
        if (value < lower || value > upper)
        {
            RefuseInteger(ref writer, name, value, lower, upper);
        }

        writer.WriteBits((ulong)value - (ulong)lower, WidthOf((ulong)upper - (ulong)lower));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseInteger(ref BitWriter writer, string? name, long value, long lower, long upper) =>
        writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), RangeRule(lower, upper));

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
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), RangeRule(lower, upper));
        }

        writer.WriteBits(value - lower, WidthOf(upper - lower));
    }

    /// <summary>Writes a number that is not simply constrained: open at an end, or extensible.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="lower">Lower bound; null for MIN.</param>
    /// <param name="upper">Upper bound; null for MAX.</param>
    /// <param name="extensible">Whether the constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The number is out of range.</exception>
    public static void WriteInteger(ref BitWriter writer, string? name, long value, long? lower, long? upper, bool extensible)
    {
        var inRoot = value >= (lower ?? long.MinValue) && value <= (upper ?? long.MaxValue);
        if (extensible)
        {
            writer.WriteBit(!inRoot);
        }
        else if (!inRoot)
        {
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), RangeRule(lower, upper));
        }

        if (!inRoot || lower is null)
        {
            WriteSigned(ref writer, value);
        }
        else if (upper is null)
        {
            WriteUnsigned(ref writer, (ulong)value - (ulong)lower.Value);
        }
        else
        {
            WriteInteger(ref writer, name, value, lower.Value, upper.Value);
        }
    }

    // X.691 (02/2021) 11.4 and 13.2.6: two's complement in the fewest octets, behind their number.
    private static long ReadSigned(ref BitReader reader)
    {
        var bits = ReadIntegerLength(ref reader) * 8;
        return (long)(reader.ReadBits(bits) << (64 - bits)) >> (64 - bits);
    }

    // X.691 (02/2021) 11.7: the offset from the lower bound in the fewest octets, behind their number.
    private static ulong ReadUnsigned(ref BitReader reader) => reader.ReadBits(ReadIntegerLength(ref reader) * 8);

    private static int ReadIntegerLength(ref BitReader reader)
    {
        var octets = ReadLength(ref reader, out _);
        if (octets is < 1 or > 8)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"A number of 1 to 8 octets was expected; found {octets}."));
        }

        return octets;
    }

    private static void WriteSigned(ref BitWriter writer, long value)
    {
        var magnitude = value < 0 ? ~value : value;
        var octets = (WidthOf((ulong)magnitude) / 8) + 1;
        writer.WriteBits((ulong)octets, 8);
        writer.WriteBits((ulong)value, octets * 8);
    }

    private static void WriteUnsigned(ref BitWriter writer, ulong value)
    {
        var octets = Math.Max(1, (WidthOf(value) + 7) / 8);
        writer.WriteBits((ulong)octets, 8);
        writer.WriteBits(value, octets * 8);
    }

    internal static string RangeRule<T>(T lower, T upper) => string.Create(
        CultureInfo.InvariantCulture,
        $"({(lower is null ? "MIN" : lower)}..{(upper is null ? "MAX" : upper)})");

    internal static string? RangeText(long? lower, long? upper, bool extensible) =>
        lower is null && upper is null ? null
        : extensible ? RangeRule(lower, upper)[..^1] + ", ...)"
        : RangeRule(lower, upper);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ViolateRange<TTrace, TBound>(
        ref BitReader reader, ref TTrace trace, int start, Int128 value, TBound lower, TBound upper)
        where TTrace : struct, IDecodeTrace
    {
        reader.MarkViolated();
        if (TTrace.IsOn)
        {
            trace.Violate(start, reader.Position, RangeRule(lower, upper), value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
