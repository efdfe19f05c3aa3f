using System.Collections.Immutable;
using HilBench.Geometry;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>
/// Which signal groups of an intersection must not be green together, from its MAP: two vehicle connections from different approaches conflict when
/// the straight lines from stop line to exit cross, or when they end in the same lane.
/// </summary>
internal static class ConflictMatrix
{
    /// <summary>The conflicting pairs, the smaller group first.</summary>
    /// <exception cref="FormatException">The MAP has a lane of a form that this bench does not know.</exception>
    public static ImmutableArray<(int One, int Other)> Read(IntersectionGeometry intersection)
    {
        var reference = new GeoPoint(intersection.RefPoint.Lat / LanePaths.DegreeScale, intersection.RefPoint.Long / LanePaths.DegreeScale, 0);
        var paths = LanePaths.Read(intersection, new TangentPlane(reference));
        var ways = intersection.LaneSet.Where(lane => lane.LaneAttributes.LaneType is LaneTypeAttributes.Vehicle)
            .SelectMany(lane => (lane.ConnectsTo ?? []).Select(way => Way.Of(lane, way, paths)))
            .OfType<Way>()
            .ToList();
        var pairs = new SortedSet<(int, int)>();
        foreach (var one in ways)
        {
            foreach (var other in ways.Where(other => one.Group < other.Group && one.ConflictsWith(other)))
            {
                pairs.Add((one.Group, other.Group));
            }
        }

        return [.. pairs];
    }

    private sealed record Way(int Group, int FromLane, int? Approach, int ToLane, LocalPoint From, LocalPoint To)
    {
        public static Way? Of(GenericLane lane, Connection way, IReadOnlyDictionary<int, ImmutableArray<LocalPoint>> paths) =>
            way is { SignalGroup: > 0 and var group, RemoteIntersection: null } && paths.TryGetValue(way.ConnectingLane.Lane, out var exit)
                ? new Way(group, lane.LaneID, lane.IngressApproach, way.ConnectingLane.Lane, paths[lane.LaneID][0], exit[0])
                : null;

        public bool ConflictsWith(Way other) => !SameApproach(other) && (ToLane == other.ToLane || Crosses(other));

        private bool SameApproach(Way other) => FromLane == other.FromLane || (Approach is { } approach && approach == other.Approach);

        private bool Crosses(Way other) =>
            Side(From, To, other.From) * Side(From, To, other.To) < 0 && Side(other.From, other.To, From) * Side(other.From, other.To, To) < 0;

        // Positive when a point is left of the line, negative when right of it.
        private static double Side(LocalPoint from, LocalPoint to, LocalPoint point) =>
            ((to.East - from.East) * (point.North - from.North)) - ((to.North - from.North) * (point.East - from.East));
    }
}
