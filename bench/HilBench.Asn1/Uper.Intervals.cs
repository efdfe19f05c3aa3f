using System.Globalization;

namespace HilBench.Asn1;

public static partial class Uper
{
    /// <summary>Reads a number whose constraint has gaps; only the outermost bounds shape its encoding (X.691 10.3.8).</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="intervals">Lower and upper bound of each interval, rising.</param>
    /// <returns>The number. In a gap or above the last interval it is a violation; above <see cref="long.MaxValue"/> it saturates.</returns>
    public static long ReadInIntervals<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, ReadOnlySpan<long> intervals)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        var value = intervals[0] + (Int128)reader.ReadBits(WidthOf((ulong)intervals[^1] - (ulong)intervals[0]));
        if (!Holds(intervals, value))
        {
            reader.MarkViolated();
            if (TTrace.IsOn)
            {
                trace.Violate(start, reader.Position, IntervalsRule(intervals), value.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(CultureInfo.InvariantCulture), IntervalsRule(intervals));
        }

        return (long)Int128.Min(value, long.MaxValue);
    }

    /// <summary>Writes a number whose constraint has gaps.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The number.</param>
    /// <param name="intervals">Lower and upper bound of each interval, rising.</param>
    /// <exception cref="ArgumentException">The number is in no interval.</exception>
    public static void WriteInIntervals(ref BitWriter writer, string? name, long value, ReadOnlySpan<long> intervals)
    {
        if (!Holds(intervals, value))
        {
            writer.Fail(name, value.ToString(CultureInfo.InvariantCulture), IntervalsRule(intervals));
        }

        writer.WriteBits((ulong)value - (ulong)intervals[0], WidthOf((ulong)intervals[^1] - (ulong)intervals[0]));
    }

    internal static bool Holds(ReadOnlySpan<long> intervals, Int128 value)
    {
        for (var i = 0; i < intervals.Length; i += 2)
        {
            if (value >= intervals[i] && value <= intervals[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    internal static string IntervalsRule(ReadOnlySpan<long> intervals)
    {
        var texts = new string[intervals.Length / 2];
        for (var i = 0; i < texts.Length; i++)
        {
            var (lower, upper) = (intervals[2 * i], intervals[(2 * i) + 1]);
            texts[i] = lower == upper
                ? lower.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{lower}..{upper}");
        }

        return $"({string.Join(" | ", texts)})";
    }
}
