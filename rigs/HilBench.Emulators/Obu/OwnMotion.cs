using HilBench.Wire.Nmea;

namespace HilBench.Emulators.Obu;

/// <summary>Where a unit is and heads, and where others are from there.</summary>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Speed">m/s.</param>
/// <param name="Heading">Degrees from true north.</param>
/// <param name="HalfLength">From its middle to its front, m.</param>
internal readonly record struct OwnMotion(double Latitude, double Longitude, double Speed, double Heading, double HalfLength)
{
    // Local plane: 1e-7° is about 1.1 cm; over the few hundred metres that warnings reach, the sphere's error is centimetres.
    private const double MetresPerDegree = 111_319.49;

    public static OwnMotion? Of(VehicleMotion motion, double lengthMetres) =>
        motion.Fix is GnssFix { Valid: true } fix && motion.CourseDegrees is { } course
            ? new OwnMotion(fix.Latitude, fix.Longitude, fix.SpeedMetresPerSecond, course, lengthMetres / 2)
            : null;

    /// <summary>Metres ahead and to the right of the own middle.</summary>
    public (double Ahead, double Right) To(double latitude, double longitude)
    {
        var north = (latitude - Latitude) * MetresPerDegree;
        var east = Math.IEEERemainder(longitude - Longitude, 360) * MetresPerDegree * Math.Cos(double.DegreesToRadians(Latitude));
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(Heading));
        return ((north * cos) + (east * sin), (east * cos) - (north * sin));
    }

    /// <summary>Degrees between the own heading and another, 0 to 180.</summary>
    public double Turn(double heading) => Math.Abs(Math.IEEERemainder(heading - Heading, 360));
}
