using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Height above the WGS 84 ellipsoid (DE_Elevation): steps of 0.1 m, -409.5 to 6143.9 m.</summary>
public static class Elevation
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = -4096;

    internal static LinearScale Scale { get; } = new("m", 1, 10, -4095, 61_439, Unavailable) { IsOpenBelow = true, IsOpenAbove = true };

    /// <summary>The quantity in metres; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToMetres(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="metres">In metres; null for unavailable.</param>
    public static int FromMetres(double? metres) => Scale.FromQuantity(metres);
}
