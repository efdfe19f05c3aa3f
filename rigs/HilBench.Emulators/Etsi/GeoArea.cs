using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Emulators.Etsi;

/// <summary>Whether a place is inside the area of a packet (ETSI EN 302 931 V1.1.1 5: the sign of a function of the place).</summary>
internal static class GeoArea
{
    private const double MetresPerUnit = 0.011_132;

    public static bool Contains(int headerType, GeoBroadcast area, int latitude, int longitude)
    {
        var centre = unchecked((int)area.AreaLatitude);
        var north = ((double)latitude - centre) * MetresPerUnit;
        var east = ((double)longitude - unchecked((int)area.AreaLongitude)) * MetresPerUnit * Math.Cos(centre / 1e7 * Math.PI / 180);
        var azimuth = area.Angle * Math.PI / 180;

        // x along the longer side, whose angle counts from north.
        var x = (north * Math.Cos(azimuth)) + (east * Math.Sin(azimuth));
        var y = (east * Math.Cos(azimuth)) - (north * Math.Sin(azimuth));
        double a = area.DistanceA;
        double b = area.DistanceB;
        return (headerType & 0x0F) switch
        {
            0 => (north * north) + (east * east) <= a * a,
            1 => Math.Abs(x) <= a && Math.Abs(y) <= b,
            _ => a > 0 && b > 0 && (x * x / (a * a)) + (y * y / (b * b)) <= 1,
        };
    }
}
