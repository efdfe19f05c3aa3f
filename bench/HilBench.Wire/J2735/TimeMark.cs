using System.Globalization;

namespace HilBench.Wire.J2735;

/// <summary>
/// A time of a signal change (DE_TimeMark): tenths of a second since an hour began, UTC, in the current or the next hour. Field recordings
/// hold both numbers for "unknown": 36001 of the 2016 edition, 36111 of later ones.
/// </summary>
public static class TimeMark
{
    /// <summary>Tenths of a second in an hour; as a mark: an hour or more ahead.</summary>
    public const int Hour = 36_000;

    /// <summary>Unknown, in the 2016 edition.</summary>
    public const int Unknown2016 = 36_001;

    /// <summary>Unknown, in editions after 2016.</summary>
    public const int Unknown = 36_111;

    private const long TicksOfTenth = TimeSpan.TicksPerSecond / 10;

    /// <summary>Whether the number stands for a time in the hour: 0 to 35999.</summary>
    /// <param name="raw">The number of the message.</param>
    public static bool IsTime(int raw) => raw is >= 0 and < Hour;

    /// <summary>Whole tenths of a second of a time in its hour, 0 to 35999.</summary>
    /// <param name="utc">The time; its offset is taken off.</param>
    public static int FromUtc(DateTimeOffset utc) => (int)(utc.UtcTicks % TimeSpan.TicksPerHour / TicksOfTenth);

    /// <summary>The time that a mark stands for: of all hours, the one where it is nearest to a reference. Null when it stands for no time.</summary>
    /// <param name="raw">The number of the message.</param>
    /// <param name="reference">When the message was sent; the mark is at most half an hour away.</param>
    public static DateTimeOffset? ToUtc(int raw, DateTimeOffset reference)
    {
        if (!IsTime(raw))
        {
            return null;
        }

        var hour = reference.UtcTicks - (reference.UtcTicks % TimeSpan.TicksPerHour);
        var ticks = hour + (raw * TicksOfTenth);
        var away = ticks - reference.UtcTicks;
        ticks += away >= TimeSpan.TicksPerHour / 2 ? -TimeSpan.TicksPerHour : away < -TimeSpan.TicksPerHour / 2 ? TimeSpan.TicksPerHour : 0;
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    internal static string Describe(long raw) => raw switch
    {
        >= 0 and < Hour => string.Create(CultureInfo.InvariantCulture, $"{raw / 600:00} min {raw % 600 / 10m:00.0} s past the hour"),
        Hour => "an hour or more ahead",
        Unknown2016 => "unknown (2016 edition)",
        Unknown => "unknown",
        _ => "reserved",
    };
}
