using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Acceleration along the vertical axis (DE_VerticalAcceleration): steps of 0.02 g, -2.52 to 2.54 g.</summary>
public static class VerticalAcceleration
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = -127;

    internal static LinearScale Scale { get; } = new("g", 1, 50, -126, 127, Unavailable) { IsOpenBelow = true, IsOpenAbove = true };

    /// <summary>The quantity in units of standard gravity; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToStandardGravity(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="standardGravity">In units of standard gravity; null for unavailable.</param>
    public static int FromStandardGravity(double? standardGravity) => Scale.FromQuantity(standardGravity);
}
