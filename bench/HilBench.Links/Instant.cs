using System.Globalization;

namespace HilBench.Links;

/// <summary>A point on the time line: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted.</summary>
/// <param name="UnixNanoseconds">Nanoseconds since the Unix epoch; covers the years 1678 to 2262.</param>
public readonly record struct Instant(long UnixNanoseconds) : IComparable<Instant>
{
    /// <summary>The instant of a UTC date and time (100 ns resolution).</summary>
    public static Instant FromUtc(DateTimeOffset utc) => new((utc.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100);

    /// <summary>The UTC date and time, rounded down to 100 ns.</summary>
    public DateTimeOffset ToUtc() => DateTimeOffset.UnixEpoch.AddTicks((long)Math.Floor(UnixNanoseconds / 100m));

    /// <summary>Nanoseconds from <paramref name="earlier"/> to this instant; negative when it is later.</summary>
    public long NanosecondsSince(Instant earlier) => UnixNanoseconds - earlier.UnixNanoseconds;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => UnixNanoseconds.CompareTo(other.UnixNanoseconds);

    /// <summary>Moves an instant forward by a span.</summary>
    public static Instant operator +(Instant instant, TimeSpan span) => new(instant.UnixNanoseconds + (span.Ticks * 100));

    /// <summary>Moves an instant back by a span.</summary>
    public static Instant operator -(Instant instant, TimeSpan span) => new(instant.UnixNanoseconds - (span.Ticks * 100));

    /// <summary>The span between two instants, truncated to 100 ns; use <see cref="NanosecondsSince"/> for the exact difference.</summary>
    public static TimeSpan operator -(Instant later, Instant earlier) => new(later.NanosecondsSince(earlier) / 100);

    /// <summary>Whether one instant is before another.</summary>
    public static bool operator <(Instant one, Instant other) => one.UnixNanoseconds < other.UnixNanoseconds;

    /// <summary>Whether one instant is after another.</summary>
    public static bool operator >(Instant one, Instant other) => one.UnixNanoseconds > other.UnixNanoseconds;

    /// <summary>Whether one instant is before another or the same.</summary>
    public static bool operator <=(Instant one, Instant other) => one.UnixNanoseconds <= other.UnixNanoseconds;

    /// <summary>Whether one instant is after another or the same.</summary>
    public static bool operator >=(Instant one, Instant other) => one.UnixNanoseconds >= other.UnixNanoseconds;

    /// <summary>ISO 8601 in UTC with nine decimals, for example <c>2026-07-01T12:00:00.000000001Z</c>.</summary>
    public override string ToString()
    {
        var seconds = Math.DivRem(UnixNanoseconds, 1_000_000_000, out var rest);
        if (rest < 0)
        {
            seconds--;
            rest += 1_000_000_000;
        }

        var utc = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{utc:yyyy-MM-dd'T'HH:mm:ss}.{rest:D9}Z");
    }
}
