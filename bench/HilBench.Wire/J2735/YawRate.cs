using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Yaw rate (DE_YawRate): steps of 0.01 °/s, clockwise positive. The standard has no number for "unavailable".</summary>
public static class YawRate
{
    internal static LinearScale Scale { get; } = new("°/s", 1, 100, -32_767, 32_767);

    /// <summary>The quantity in degrees per second; null outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToDegreesPerSecond(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="degreesPerSecond">In degrees per second.</param>
    public static int FromDegreesPerSecond(double degreesPerSecond) => Scale.FromQuantity(degreesPerSecond);
}
