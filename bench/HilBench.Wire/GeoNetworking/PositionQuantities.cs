using System.Runtime.InteropServices;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.GeoNetworking;

/// <summary>What the numbers of a long position vector mean (ETSI EN 302 636-4-1 V1.4.1 9.5.2). Exact: the numbers times their units.</summary>
/// <param name="LatitudeDegrees">North positive.</param>
/// <param name="LongitudeDegrees">East positive.</param>
/// <param name="SpeedMetresPerSecond">Forward positive.</param>
/// <param name="HeadingDegrees">From north, clockwise.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PositionQuantities(decimal LatitudeDegrees, decimal LongitudeDegrees, decimal SpeedMetresPerSecond, decimal HeadingDegrees)
{
    private const int SpeedSign = 0x4000;

    /// <summary>The quantities of a vector.</summary>
    /// <param name="vector">The vector.</param>
    public static PositionQuantities Of(LongPositionVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return new PositionQuantities(
            unchecked((int)vector.Latitude) / 10_000_000m,
            unchecked((int)vector.Longitude) / 10_000_000m,
            ((vector.Speed ^ SpeedSign) - SpeedSign) / 100m,
            vector.Heading / 10m);
    }
}
