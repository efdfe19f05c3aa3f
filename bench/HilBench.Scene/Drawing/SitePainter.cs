using System.Collections.Immutable;
using System.Numerics;
using HilBench.Geometry;
using HilBench.Scenarios;

namespace HilBench.Scene.Drawing;

/// <summary>Paints what lies on the ground: lanes with their direction, stop lines, crosswalks, and the ways that are open.</summary>
internal sealed class SitePainter(ShapeBatch ground, Palette palette)
{
    private const float EdgeWidth = 0.16f;
    private const float StopLineWidth = 0.7f;

    public void Paint(Site site, ImmutableArray<SceneSignal> signals)
    {
        var states = signals.ToDictionary(signal => signal.Group);
        var roads = site.Lanes.Where(lane => lane.Use != LaneUse.Crosswalk && lane.Path.Length > 1).ToList();
        Box(roads);
        foreach (var lane in roads)
        {
            Ribbon(Points(lane), (float)lane.Width, palette.Road);
        }

        foreach (var lane in roads)
        {
            Edges(lane, roads);
            Arrows(site, lane);
        }

        foreach (var lane in site.Lanes.Where(lane => lane.Use == LaneUse.Crosswalk && lane.Path.Length > 1))
        {
            Zebra(Points(lane), (float)lane.Width);
        }

        foreach (var way in site.Connections)
        {
            Open(site, way, states);
        }

        foreach (var lane in roads.Where(lane => lane.Direction.HasFlag(LaneDirection.Ingress)))
        {
            StopLine(site, lane, states);
        }
    }

    /// <summary>A place on the site as the drawing takes it.</summary>
    public static Vector2 Point(LocalPoint point) => new((float)point.East, (float)point.North);

    /// <summary>The centre line of a lane, from the intersection outwards.</summary>
    public static Vector2[] Points(Lane lane) => [.. lane.Path.Select(Point)];

    // The asphalt between the legs: the hull of the lanes' inner ends.
    private void Box(List<Lane> roads)
    {
        var corners = roads.SelectMany(lane =>
        {
            var points = Points(lane);
            var side = ShapeBatch.Side(points[1], points[0]) * (float)(lane.Width / 2);
            return (Vector2[])[points[0] + side, points[0] - side];
        });
        ground.Fill(ConvexHull.Around(corners), palette.Road);
    }

    private void Ribbon(ReadOnlySpan<Vector2> points, float width, uint colour)
    {
        ground.Path(points, width, colour);
    }

    private void Edges(Lane lane, List<Lane> roads)
    {
        var points = Points(lane);
        foreach (var sign in (float[])[-1, 1])
        {
            var edge = Offset(points, sign * (float)lane.Width / 2);
            var isShared = roads.Any(other => other.Id != lane.Id && other.Direction == lane.Direction
                && new[] { -1f, 1f }.Any(side => Vector2.Distance(Offset(Points(other), side * (float)other.Width / 2)[0], edge[0]) < 0.6f));
            if (isShared)
            {
                ground.Path(edge, EdgeWidth, palette.Road);
                ground.Dashes(edge, EdgeWidth * 1.2f, 3, 4, palette.Edge);
            }
            else
            {
                ground.Path(edge, EdgeWidth, palette.Edge);
            }
        }
    }

    private void Arrows(Site site, Lane lane)
    {
        var points = Points(lane);
        var inward = lane.Direction.HasFlag(LaneDirection.Ingress);
        var maneuvers = site.Connections.Where(way => way.From == lane.Id).Select(way => way.Maneuver).Distinct().ToList();
        foreach (var distance in (float[])[9, 27, 55, 95])
        {
            if (Along(points, distance) is not var (place, outward))
            {
                continue;
            }

            if (inward)
            {
                ManeuverArrow.Paint(ground, place, -outward, 2.1f, maneuvers, palette.Edge);
            }
            else if (lane.Direction.HasFlag(LaneDirection.Egress))
            {
                ManeuverArrow.Paint(ground, place, outward, 2.1f, [Maneuver.Straight], palette.Edge);
            }
        }
    }

    private void Zebra(Vector2[] points, float width)
    {
        for (var point = 1; point < points.Length; point++)
        {
            var (from, to) = (points[point - 1], points[point]);
            var length = Vector2.Distance(from, to);
            var side = ShapeBatch.Side(from, to) * (width / 2);
            for (var at = 0.35f; at < length; at += 1.1f)
            {
                var middle = Vector2.Lerp(from, to, at / length);
                ground.Line(middle - side, middle + side, 0.66f, palette.Edge);
                ground.Line(middle - (side * 0.97f), middle + (side * 0.97f), 0.5f, palette.Marking);
            }
        }
    }

    private void Open(Site site, Connection way, Dictionary<int, SceneSignal> states)
    {
        if (way.SignalGroup is not { } group || !states.TryGetValue(group, out var signal) || signal.IsPedestrian
            || signal.State is not (SignalState.Green or SignalState.Yellow)
            || site.FindLane(way.From) is not { Path.Length: > 1 } from || site.FindLane(way.To) is not { Path.Length: > 1 } to)
        {
            return;
        }

        var (start, end) = (Points(from), Points(to));
        var inward = Vector2.Normalize(start[0] - start[1]);
        var outward = Vector2.Normalize(end[1] - end[0]);
        var curve = Curve(start[0] + (inward * 2.4f), inward, end[0] - (outward * 0.4f), outward);
        var colour = Palette.Of(signal.State);
        if (signal.State == SignalState.Green)
        {
            ground.Path(curve, 0.5f, colour);
        }
        else
        {
            ground.Dashes(curve, 0.5f, 1.2f, 0.9f, colour);
        }

        ground.Head(end[0] + (outward * 1.1f), outward, 2.2f, 2f, colour);
    }

    private void StopLine(Site site, Lane lane, Dictionary<int, SceneSignal> states)
    {
        var points = Points(lane);
        var side = ShapeBatch.Side(points[1], points[0]) * (float)((lane.Width / 2) - 0.2);
        var signals = site.Connections.Where(way => way.From == lane.Id && way.SignalGroup is not null)
            .Select(way => states.GetValueOrDefault(way.SignalGroup!.Value)?.State ?? SignalState.Unknown).Distinct().ToList();
        ground.Line(points[0] - side, points[0] + side, StopLineWidth, palette.Housing);
        ground.Line(points[0] - (side * 0.96f), points[0] + (side * 0.96f), StopLineWidth - 0.22f, signals is [var one] ? Palette.Of(one) : palette.White);
    }

    private static Vector2[] Curve(Vector2 from, Vector2 inward, Vector2 to, Vector2 outward)
    {
        var reach = Vector2.Distance(from, to) * 0.42f;
        var (first, second) = (from + (inward * reach), to - (outward * reach));
        return
        [
            .. Enumerable.Range(0, 25).Select(step => step / 24f).Select(t =>
                (from * (1 - t) * (1 - t) * (1 - t)) + (first * 3 * t * (1 - t) * (1 - t)) + (second * 3 * t * t * (1 - t)) + (to * t * t * t)),
        ];
    }

    private static Vector2[] Offset(Vector2[] points, float metres) =>
    [
        .. points.Select((point, index) =>
            point + (ShapeBatch.Side(points[Math.Max(0, index - 1)], points[Math.Max(1, index)]) * metres)),
    ];

    private static (Vector2 Place, Vector2 Outward)? Along(Vector2[] points, float metres)
    {
        for (var point = 1; point < points.Length; point++)
        {
            var length = Vector2.Distance(points[point - 1], points[point]);
            if (metres <= length)
            {
                return (Vector2.Lerp(points[point - 1], points[point], metres / length), Vector2.Normalize(points[point] - points[point - 1]));
            }

            metres -= length;
        }

        return null;
    }
}
