using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Longitude (DE_Longitude): steps of 0.1 µdeg, WGS 84, east positive.</summary>
public static class Longitude
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 1_800_000_001;

    internal static LinearScale Scale { get; } = new("°", 1, 10_000_000, -1_799_999_999, 1_800_000_000, Unavailable);

    /// <summary>The quantity in degrees; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToDegrees(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="degrees">In degrees; null for unavailable.</param>
    public static int FromDegrees(double? degrees) => Scale.FromQuantity(degrees);
}
