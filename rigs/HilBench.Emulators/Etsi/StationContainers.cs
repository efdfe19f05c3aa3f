using System.Collections.Immutable;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators.Etsi;

/// <summary>The parts that CAMs and DENMs have in common (ETSI TS 102 894-2): position, heading and path.</summary>
internal static class StationContainers
{
    private const int UnknownHeading = 3601;
    private const int UnknownConfidence = 127;
    private const int UnknownAxis = 4095;
    private const int OffsetLimit = 131_071;
    private const int HeightLimit = 12_700;

    public static ReferencePosition Position(StationState state) => new()
    {
        Latitude = state.Latitude,
        Longitude = state.Longitude,
        PositionConfidenceEllipse = new PosConfidenceEllipse { SemiMajorConfidence = UnknownAxis, SemiMinorConfidence = UnknownAxis, SemiMajorOrientation = UnknownHeading },
        Altitude = new Altitude { AltitudeValue = state.Altitude, AltitudeConfidence = AltitudeConfidence.Unavailable },
    };

    public static Heading Heading(StationState state) =>
        new() { HeadingValue = state.HeadingValue ?? UnknownHeading, HeadingConfidence = UnknownConfidence };

    /// <summary>Where the station has been, newest first: the first point from where it is, each other from the point before.</summary>
    public static ImmutableArray<PathPoint> Path(StationState state)
    {
        var points = ImmutableArray.CreateBuilder<PathPoint>();
        var from = state.Motion.Fix!;
        foreach (var point in state.Motion.History)
        {
            if (Point(from, point) is not { } next)
            {
                break;
            }

            points.Add(next);
            from = point;
        }

        return points.ToImmutable();
    }

    private static PathPoint? Point(GnssFix from, GnssFix to)
    {
        var latitude = (int)Math.Round((to.Latitude - from.Latitude) * 1e7);
        var longitude = (int)Math.Round((to.Longitude - from.Longitude) * 1e7);
        var height = (int)Math.Round((to.EllipsoidHeightMetres - from.EllipsoidHeightMetres) * 100);
        var age = (int)Math.Round((from.Utc - to.Utc).TotalMilliseconds / 10);
        return Math.Abs(latitude) <= OffsetLimit && Math.Abs(longitude) <= OffsetLimit && Math.Abs(height) <= HeightLimit
            ? new PathPoint
            {
                PathPosition = new DeltaReferencePosition { DeltaLatitude = latitude, DeltaLongitude = longitude, DeltaAltitude = height },
                PathDeltaTime = age is >= 1 and <= 65_535 ? age : null,
            }
            : null;
    }
}
