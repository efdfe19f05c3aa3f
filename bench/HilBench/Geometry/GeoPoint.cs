namespace HilBench.Geometry;

/// <summary>A place on the WGS-84 ellipsoid.</summary>
/// <param name="Latitude">Degrees, north positive, -90 to 90.</param>
/// <param name="Longitude">Degrees, east positive, -180 to 180.</param>
/// <param name="Elevation">Metres above the ellipsoid.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude, double Elevation);
