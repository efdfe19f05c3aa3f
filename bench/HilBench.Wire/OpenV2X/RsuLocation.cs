namespace HilBench.Wire.OpenV2X;

/// <summary>Where a unit stands.</summary>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
public sealed record RsuLocation(double Lon, double Lat);
