namespace HilBench.Emulators.Rsu;

/// <summary>Where a road-side unit stands.</summary>
/// <param name="Latitude">Degrees WGS-84, north positive.</param>
/// <param name="Longitude">Degrees WGS-84, east positive.</param>
/// <param name="ElevationMetres">Above the WGS-84 ellipsoid.</param>
public sealed record RsuPosition(double Latitude, double Longitude, double ElevationMetres);
