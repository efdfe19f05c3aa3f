namespace HilBench.Geometry;

/// <summary>
/// The plane that touches the WGS-84 ellipsoid at a site's reference point, scaled by the radii of curvature there
/// (meridian and prime vertical). Within 1 km of the reference point it is off by less than 2 cm.
/// </summary>
/// <param name="reference">Where the plane touches.</param>
public sealed class TangentPlane(GeoPoint reference)
{
    // NIMA TR8350.2, table 3.1: WGS-84 semi-major axis and flattening.
    private const double SemiMajorAxis = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double SquaredEccentricity = Flattening * (2 - Flattening);

    private readonly double _metresPerDegreeNorth = double.DegreesToRadians(MeridianRadius(reference.Latitude));
    private readonly double _metresPerDegreeEast =
        double.DegreesToRadians(PrimeVerticalRadius(reference.Latitude) * Math.Cos(double.DegreesToRadians(reference.Latitude)));

    /// <summary>Latitude, longitude and elevation of a place on the site.</summary>
    public GeoPoint ToGeo(LocalPoint point) => new(
        reference.Latitude + (point.North / _metresPerDegreeNorth),
        reference.Longitude + (point.East / _metresPerDegreeEast),
        reference.Elevation);

    /// <summary>The place on the site of a latitude and longitude; elevation is not used.</summary>
    public LocalPoint ToLocal(GeoPoint point) => new(
        (point.Longitude - reference.Longitude) * _metresPerDegreeEast,
        (point.Latitude - reference.Latitude) * _metresPerDegreeNorth);

    private static double PrimeVerticalRadius(double latitude) => SemiMajorAxis / Math.Sqrt(Curvature(latitude));

    private static double MeridianRadius(double latitude) =>
        SemiMajorAxis * (1 - SquaredEccentricity) / Math.Pow(Curvature(latitude), 1.5);

    private static double Curvature(double latitude) =>
        1 - (SquaredEccentricity * Math.Pow(Math.Sin(double.DegreesToRadians(latitude)), 2));
}
