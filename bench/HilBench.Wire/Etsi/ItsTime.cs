namespace HilBench.Wire.Etsi;

/// <summary>Time of ETSI messages: milliseconds of TAI since 2004-01-01T00:00:00Z (ETSI TS 102 894-2, TimestampIts). Leap seconds since then are counted.</summary>
public static class ItsTime
{
    private static readonly DateTimeOffset Epoch = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From when on a leap second more is behind us (IERS bulletin C).</summary>
    private static readonly DateTimeOffset[] LeapSeconds =
    [
        new(2006, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2009, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2012, 7, 1, 0, 0, 0, TimeSpan.Zero),
        new(2015, 7, 1, 0, 0, 0, TimeSpan.Zero), new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero),
    ];

    /// <summary>TimestampIts of an instant; 0 before 2004.</summary>
    /// <param name="utc">The instant.</param>
    public static long Of(DateTimeOffset utc)
    {
        var milliseconds = (utc.UtcTicks - Epoch.UtcTicks) / TimeSpan.TicksPerMillisecond;
        return Math.Max(0, milliseconds + (1000 * LeapSeconds.Count(leap => utc >= leap)));
    }
}
