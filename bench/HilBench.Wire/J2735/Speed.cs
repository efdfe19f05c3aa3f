using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Speed of a vehicle or a speed limit (DE_Speed, DE_Velocity): steps of 0.02 m/s, 0 to 163.8 m/s.</summary>
public static class Speed
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 8191;

    internal static LinearScale Scale { get; } = new("m/s", 1, 50, 0, 8190, Unavailable);

    /// <summary>The quantity in metres per second; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToMetresPerSecond(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="metresPerSecond">In metres per second; null for unavailable.</param>
    public static int FromMetresPerSecond(double? metresPerSecond) => Scale.FromQuantity(metresPerSecond);
}
