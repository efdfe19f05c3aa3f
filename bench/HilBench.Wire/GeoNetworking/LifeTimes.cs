using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.GeoNetworking;

/// <summary>How long a packet may be kept (ETSI EN 302 636-4-1 V1.4.1 9.6.4): a multiplier of 6 bits times 50 ms, 1 s, 10 s or 100 s.</summary>
public static class LifeTimes
{
    private const int GreatestMultiplier = 63;

    /// <summary>The time that the two fields say.</summary>
    /// <param name="lifeTime">Multiplier and base.</param>
    public static TimeSpan Of(LifeTime lifeTime)
    {
        ArgumentNullException.ThrowIfNull(lifeTime);
        return lifeTime.Multiplier * Unit(lifeTime.Base);
    }

    /// <summary>The fields for a time: the finest base that reaches it. What is left of the base is cut off: no packet lives longer than it is told.</summary>
    /// <param name="time">0 to 6300 s.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of its range.</exception>
    public static LifeTime From(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, GreatestMultiplier * Unit(LifeTimeBase.S100));
        var unit = LifeTimeBase.Ms50;
        while (time >= (GreatestMultiplier + 1) * Unit(unit))
        {
            unit++;
        }

        return new LifeTime { Multiplier = (int)(time / Unit(unit)), Base = unit };
    }

    private static TimeSpan Unit(LifeTimeBase unit) => unit switch
    {
        LifeTimeBase.Ms50 => TimeSpan.FromMilliseconds(50),
        LifeTimeBase.S1 => TimeSpan.FromSeconds(1),
        LifeTimeBase.S10 => TimeSpan.FromSeconds(10),
        _ => TimeSpan.FromSeconds(100),
    };
}
