using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Acceleration along or across the vehicle (DE_Acceleration): steps of 0.01 m/s², forward and right positive.</summary>
public static class Acceleration
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 2001;

    internal static LinearScale Scale { get; } = new("m/s²", 1, 100, -2000, 2000, Unavailable) { IsOpenBelow = true, IsOpenAbove = true };

    /// <summary>The quantity in metres per second squared; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToMetresPerSecondSquared(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="metresPerSecondSquared">In metres per second squared; null for unavailable.</param>
    public static int FromMetresPerSecondSquared(double? metresPerSecondSquared) => Scale.FromQuantity(metresPerSecondSquared);
}
