using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Angle of the steering wheel (DE_SteeringWheelAngle): steps of 1.5°, clockwise positive, -189° to 189°.</summary>
public static class SteeringWheelAngle
{
    /// <summary>The number that stands for no value.</summary>
    public const int Unavailable = 127;

    internal static LinearScale Scale { get; } = new("°", 3, 2, -126, 126, Unavailable) { IsOpenBelow = true, IsOpenAbove = true };

    /// <summary>The quantity in degrees; null when unavailable or outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double? ToDegrees(int raw) => Scale.ToQuantity(raw);

    /// <summary>The number nearest to a quantity; beyond the ends of the range, the end.</summary>
    /// <param name="degrees">In degrees; null for unavailable.</param>
    public static int FromDegrees(double? degrees) => Scale.FromQuantity(degrees);
}
