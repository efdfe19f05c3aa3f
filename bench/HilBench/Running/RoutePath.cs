using System.Collections.Immutable;
using HilBench.Geometry;
using HilBench.Scenarios;

namespace HilBench.Running;

/// <summary>The line along which a vehicle crosses a site: its ingress lane, a curve through the intersection, its egress lane.</summary>
public sealed class RoutePath
{
    private const int CurvePoints = 24;
    private const double StraightWithinDegrees = 10;

    private readonly ImmutableArray<LocalPoint> _points;
    private readonly ImmutableArray<double> _distances;

    /// <summary>Makes the line.</summary>
    /// <param name="ingress">Lane it comes on.</param>
    /// <param name="egress">Lane it leaves on.</param>
    public RoutePath(Lane ingress, Lane egress)
    {
        var inbound = ingress.Path.Reverse().ToArray();
        var curve = Curve(inbound[^2], inbound[^1], egress.Path[0], egress.Path[1]).ToArray();
        _points = [.. inbound, .. curve, .. egress.Path];
        var distances = ImmutableArray.CreateBuilder<double>(_points.Length);
        distances.Add(0);
        for (var i = 1; i < _points.Length; i++)
        {
            distances.Add(distances[i - 1] + _points[i - 1].DistanceTo(_points[i]));
        }

        _distances = distances.DrainToImmutable();
        StopLine = _distances[inbound.Length - 1];
        CurveEnd = _distances[inbound.Length + curve.Length];
        Turns = curve.Length > 0;
    }

    /// <summary>Length of the line, in metres.</summary>
    public double Length => _distances[^1];

    /// <summary>Distance of the stop line from the start, in metres.</summary>
    public double StopLine { get; }

    /// <summary>Distance from the start at which the egress lane begins, in metres.</summary>
    public double CurveEnd { get; }

    /// <summary>Whether it turns between the two lanes.</summary>
    public bool Turns { get; }

    /// <summary>By how much it turns between the two lanes, degrees, to the right positive; 0 when it does not.</summary>
    public double TurnsBy => Turns ? TurnDegrees() : 0;

    /// <summary>Smallest radius between the two lanes, in metres; infinite when it does not turn.</summary>
    public double TurnRadius => Turns ? Math.Abs((CurveEnd - StopLine) / double.DegreesToRadians(TurnDegrees())) : double.PositiveInfinity;

    /// <summary>Where the line is, and where it leads, at a distance from its start.</summary>
    /// <param name="distance">Metres; below 0 is the start, beyond <see cref="Length"/> the end.</param>
    /// <returns>The point, and the heading there in degrees clockwise from north.</returns>
    public (LocalPoint Point, double Heading) At(double distance)
    {
        var clamped = Math.Clamp(distance, 0, Length);
        var index = _distances.BinarySearch(clamped);
        var next = Math.Clamp(index < 0 ? ~index : index + 1, 1, _points.Length - 1);
        var span = _distances[next] - _distances[next - 1];
        var fraction = span > 0 ? (clamped - _distances[next - 1]) / span : 0;
        return (_points[next - 1].Towards(_points[next], fraction), Heading(next));
    }

    private static double Difference(double from, double to) => (((to - from) % 360) + 540) % 360 - 180;

    // A quadratic Bézier curve whose control point is where the two lanes' lines meet.
    private static IEnumerable<LocalPoint> Curve(LocalPoint before, LocalPoint start, LocalPoint end, LocalPoint after)
    {
        var (east, north) = (start.East - before.East, start.North - before.North);
        var (outEast, outNorth) = (after.East - end.East, after.North - end.North);
        var cross = (east * outNorth) - (north * outEast);
        if (Math.Abs(Difference(before.HeadingTo(start), end.HeadingTo(after))) < StraightWithinDegrees || Math.Abs(cross) < 1e-9)
        {
            yield break;
        }

        var ahead = (((end.East - start.East) * outNorth) - ((end.North - start.North) * outEast)) / cross;
        var corner = ahead > 0 ? new LocalPoint(start.East + (ahead * east), start.North + (ahead * north)) : start.Towards(end, 0.5);
        for (var i = 1; i < CurvePoints; i++)
        {
            var t = (double)i / CurvePoints;
            yield return start.Towards(corner, t).Towards(corner.Towards(end, t), t);
        }
    }

    private double Heading(int next)
    {
        // Two points of one place have no heading between them: take the next that differs.
        for (var i = next; i < _points.Length; i++)
        {
            if (_distances[i] > _distances[i - 1])
            {
                return _points[i - 1].HeadingTo(_points[i]);
            }
        }

        return _points[0].HeadingTo(_points[^1]);
    }

    private double TurnDegrees() => Difference(At(StopLine - 0.5).Heading, At(CurveEnd + 0.5).Heading);
}
