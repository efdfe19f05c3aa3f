using HilBench.Scenarios;

namespace HilBench.Observing;

/// <summary>One vehicle as the bench moved it.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Device">The OBU that it carries; null when it carries none.</param>
/// <param name="Latitude">Degrees WGS-84, north positive.</param>
/// <param name="Longitude">Degrees WGS-84, east positive.</param>
/// <param name="ElevationMetres">Metres above the WGS-84 ellipsoid.</param>
/// <param name="SpeedMetresPerSecond">Speed in m/s.</param>
/// <param name="HeadingDegrees">Degrees clockwise from true north, 0 to 360.</param>
public sealed record VehicleTruth(
    string Name,
    string? Device,
    double Latitude,
    double Longitude,
    double ElevationMetres,
    double SpeedMetresPerSecond,
    double HeadingDegrees)
{
    /// <summary>Length in m.</summary>
    public double LengthMetres { get; init; } = VehicleTrip.UsualLength;

    /// <summary>Width in m.</summary>
    public double WidthMetres { get; init; } = VehicleTrip.UsualWidth;
}
