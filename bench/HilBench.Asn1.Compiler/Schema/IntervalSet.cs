using System.Globalization;
using System.Numerics;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A set of whole numbers as disjoint rising intervals; null stands for an open end.</summary>
internal sealed class IntervalSet
{
    public static readonly IntervalSet All = new(null, null);

    private readonly List<(BigInteger? Lower, BigInteger? Upper)> _intervals;

    public IntervalSet(BigInteger? lower, BigInteger? upper)
        : this([(lower, upper)])
    {
    }

    private IntervalSet(IEnumerable<(BigInteger? Lower, BigInteger? Upper)> intervals) => _intervals = Merge(intervals);

    public bool IsEmpty => _intervals.Count == 0;

    public BigInteger? Lower => _intervals[0].Lower;

    public BigInteger? Upper => _intervals[_intervals.Count - 1].Upper;

    public IReadOnlyList<(BigInteger? Lower, BigInteger? Upper)> Intervals => _intervals;

    public IntervalSet Union(IntervalSet other) => new(_intervals.Concat(other._intervals));

    public IntervalSet Intersect(IntervalSet other) => new(
        from a in _intervals
        from b in other._intervals
        select (Max(a.Lower, b.Lower), Min(a.Upper, b.Upper)));

    public IntervalSet Except(IntervalSet other) => Intersect(other.Complement());

    public override string ToString() => string.Join(" | ", _intervals.Select(interval => interval.Lower == interval.Upper && interval.Lower is { } one
        ? one.ToString(CultureInfo.InvariantCulture)
        : $"{Text(interval.Lower, "MIN")}..{Text(interval.Upper, "MAX")}"));

    private static string Text(BigInteger? end, string open) => end?.ToString(CultureInfo.InvariantCulture) ?? open;

    private static BigInteger? Max(BigInteger? a, BigInteger? b) => a is null ? b : b is null ? a : BigInteger.Max(a.Value, b.Value);

    private static BigInteger? Min(BigInteger? a, BigInteger? b) => a is null ? b : b is null ? a : BigInteger.Min(a.Value, b.Value);

    private static List<(BigInteger? Lower, BigInteger? Upper)> Merge(IEnumerable<(BigInteger? Lower, BigInteger? Upper)> intervals)
    {
        var merged = new List<(BigInteger? Lower, BigInteger? Upper)>();
        var rising = intervals
            .Where(interval => !(interval.Lower > interval.Upper))
            .OrderBy(interval => interval.Lower is not null)
            .ThenBy(interval => interval.Lower ?? BigInteger.Zero);
        foreach (var interval in rising)
        {
            var last = merged.Count - 1;
            if (last < 0 || merged[last].Upper + 1 < interval.Lower)
            {
                merged.Add(interval);
            }
            else
            {
                var upper = merged[last].Upper is { } a && interval.Upper is { } b ? BigInteger.Max(a, b) : (BigInteger?)null;
                merged[last] = (merged[last].Lower, upper);
            }
        }

        return merged;
    }

    private IntervalSet Complement()
    {
        var gaps = new List<(BigInteger? Lower, BigInteger? Upper)>();
        BigInteger? next = null;
        var isOpen = true;
        foreach (var interval in _intervals)
        {
            if (interval.Lower is { } lower)
            {
                gaps.Add((isOpen ? null : next, lower - 1));
            }

            next = interval.Upper + 1;
            isOpen = false;
            if (next is null)
            {
                return new IntervalSet(gaps);
            }
        }

        gaps.Add((next, null));
        return new IntervalSet(gaps);
    }
}
