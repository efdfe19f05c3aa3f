using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Latitude (DE_Latitude): steps of 0.1 µdeg, WGS 84, north positive.</summary>
public static class Latitude
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 900_000_001;

    internal static LinearScale Scale { get; } = new("°", 1, 10_000_000, -900_000_000, 900_000_000, Unavailable);

    /// <summary>The quantity in degrees; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToDegrees(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="degrees">In degrees; null for unavailable.</param>
    public static int FromDegrees(double? degrees) => Scale.FromQuantity(degrees);
}
