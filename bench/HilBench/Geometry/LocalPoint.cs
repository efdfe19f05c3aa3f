namespace HilBench.Geometry;

/// <summary>A place on a site, in its tangent plane.</summary>
/// <param name="East">Metres east of the site's reference point.</param>
/// <param name="North">Metres north of it.</param>
public readonly record struct LocalPoint(double East, double North)
{
    /// <summary>Distance to another point, in metres.</summary>
    public double DistanceTo(LocalPoint other) => Math.Sqrt(Math.Pow(other.East - East, 2) + Math.Pow(other.North - North, 2));

    /// <summary>Heading from here to another point, degrees clockwise from north, 0 up to 360.</summary>
    public double HeadingTo(LocalPoint other)
    {
        var degrees = double.RadiansToDegrees(Math.Atan2(other.East - East, other.North - North));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /// <summary>The point at a fraction of the way to another one.</summary>
    /// <param name="other">The other point.</param>
    /// <param name="fraction">0 here, 1 there.</param>
    public LocalPoint Towards(LocalPoint other, double fraction) =>
        new(East + ((other.East - East) * fraction), North + ((other.North - North) * fraction));
}
