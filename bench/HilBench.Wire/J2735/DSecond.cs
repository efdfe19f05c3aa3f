using System.Globalization;

namespace HilBench.Wire.J2735;

/// <summary>Milliseconds in the minute (DE_DSecond): 0 to 59999, 60000 to 60999 in a leap second.</summary>
public static class DSecond
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 65_535;

    private const int GreatestTime = 60_999;

    /// <summary>Milliseconds of a time in its minute.</summary>
    /// <param name="utc">The time; its offset is taken off.</param>
    public static int FromUtc(DateTimeOffset utc)
    {
        var time = utc.UtcDateTime;
        return (time.Second * 1000) + time.Millisecond;
    }

    /// <summary>The time since the minute began; null when reserved or unavailable.</summary>
    /// <param name="raw">The number of the message.</param>
    public static TimeSpan? ToTimeIntoMinute(int raw) => raw is >= 0 and <= GreatestTime ? TimeSpan.FromMilliseconds(raw) : null;

    internal static string Describe(long raw) => raw switch
    {
        Unavailable => "unavailable",
        >= 0 and < 60_000 => string.Create(CultureInfo.InvariantCulture, $"{raw / 1000m:0.000} s"),
        <= GreatestTime => string.Create(CultureInfo.InvariantCulture, $"{raw / 1000m:0.000} s (leap second)"),
        _ => "reserved",
    };
}
