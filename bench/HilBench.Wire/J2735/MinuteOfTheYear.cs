using System.Globalization;

namespace HilBench.Wire.J2735;

/// <summary>Minutes since the year began, UTC (DE_MinuteOfTheYear): 0 to 527039.</summary>
public static class MinuteOfTheYear
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 527_040;

    /// <summary>Whole minutes of a time since its year began.</summary>
    /// <param name="utc">The time; its offset is taken off.</param>
    public static int FromUtc(DateTimeOffset utc) => (int)(utc.UtcDateTime - YearOf(utc.UtcDateTime.Year).UtcDateTime).TotalMinutes;

    /// <summary>When the minute begins; null when unavailable, or behind the end of the year.</summary>
    /// <param name="raw">The number of the message.</param>
    /// <param name="year">The year, which no message says.</param>
    public static DateTimeOffset? ToUtc(int raw, int year)
    {
        var time = YearOf(year).AddMinutes(raw);
        return raw is >= 0 and < Unavailable && time.Year == year ? time : null;
    }

    internal static string? Describe(long raw) => raw switch
    {
        Unavailable => "unavailable",
        >= 0 and < Unavailable => string.Create(CultureInfo.InvariantCulture, $"day {(raw / 1440) + 1}, {raw / 60 % 24:00}:{raw % 60:00} UTC"),
        _ => null,
    };

    private static DateTimeOffset YearOf(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
