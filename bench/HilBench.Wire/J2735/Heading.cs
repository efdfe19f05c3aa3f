using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Heading of motion and other angles (DE_Heading, DE_Angle): steps of 0.0125°, clockwise from north.</summary>
public static class Heading
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 28_800;

    internal static LinearScale Scale { get; } = new("°", 1, 80, 0, 28_799, Unavailable);

    /// <summary>The quantity in degrees, 0 to 359.9875; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToDegrees(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to an angle.</summary>
    /// <param name="degrees">Any angle in degrees, taken around the circle; null for unavailable.</param>
    public static int FromDegrees(double? degrees)
    {
        var turned = degrees is { } angle ? angle - (360 * Math.Floor(angle / 360)) : (double?)null;

        // What rounds up to a full turn is north again, not the number for "unavailable".
        return turned >= 360 - (0.0125 / 2) ? 0 : Scale.FromQuantity(turned);
    }
}
