using System.Collections.Immutable;
using HilBench.Wire.J2735;

namespace HilBench.Geometry;

/// <summary>The paths of the lanes of a SAE J2735 MAP message, as places on the site. Where a path is an offset from another lane's, that one is taken.</summary>
internal static class LanePaths
{
    /// <summary>Latitude and longitude are in tenths of a microdegree.</summary>
    public const double DegreeScale = 1e7;

    private const double CentimetresToMetres = 0.01;

    /// <summary>Reads the paths of all lanes of an intersection, by lane id; the first place of each is at the stop line.</summary>
    /// <param name="intersection">The intersection.</param>
    /// <param name="plane">The plane around its reference point.</param>
    /// <exception cref="FormatException">A path is of a form that this bench does not know.</exception>
    public static IReadOnlyDictionary<int, ImmutableArray<LocalPoint>> Read(IntersectionGeometry intersection, TangentPlane plane)
    {
        var paths = new Dictionary<int, ImmutableArray<LocalPoint>>();
        foreach (var lane in intersection.LaneSet.OrderBy(lane => lane.NodeList is NodeListXY.Computed))
        {
            paths[lane.LaneID] = lane.NodeList switch
            {
                NodeListXY.Nodes nodes => ReadNodes(nodes.Value, plane),
                NodeListXY.Computed computed => ReadComputed(lane.LaneID, computed.Value, paths),
                _ => throw new FormatException(FormattableString.Invariant($"the node list of lane {lane.LaneID} is of a form this bench does not know")),
            };
        }

        return paths;
    }

    private static ImmutableArray<LocalPoint> ReadNodes(ImmutableArray<NodeXY> nodes, TangentPlane plane)
    {
        var path = ImmutableArray.CreateBuilder<LocalPoint>(nodes.Length);
        var last = default(LocalPoint);
        foreach (var node in nodes)
        {
            last = node.Delta switch
            {
                NodeOffsetPointXY.NodeXY1 offset => Moved(last, offset.Value.X, offset.Value.Y),
                NodeOffsetPointXY.NodeXY2 offset => Moved(last, offset.Value.X, offset.Value.Y),
                NodeOffsetPointXY.NodeXY3 offset => Moved(last, offset.Value.X, offset.Value.Y),
                NodeOffsetPointXY.NodeXY4 offset => Moved(last, offset.Value.X, offset.Value.Y),
                NodeOffsetPointXY.NodeXY5 offset => Moved(last, offset.Value.X, offset.Value.Y),
                NodeOffsetPointXY.NodeXY6 offset => Moved(last, offset.Value.X, offset.Value.Y),
                NodeOffsetPointXY.NodeLatLon place =>
                    plane.ToLocal(new GeoPoint(place.Value.Lat / DegreeScale, place.Value.Lon / DegreeScale, 0)),
                _ => throw new FormatException("a node of a lane is of a regional form"),
            };
            path.Add(last);
        }

        return path.DrainToImmutable();
    }

    private static ImmutableArray<LocalPoint> ReadComputed(
        int id, ComputedLane computed, Dictionary<int, ImmutableArray<LocalPoint>> known)
    {
        if (!known.TryGetValue(computed.ReferenceLaneId, out var reference) || computed.RotateXY is not null || computed.ScaleXaxis is not null || computed.ScaleYaxis is not null)
        {
            throw new FormatException(FormattableString.Invariant(
                $"lane {id} is computed from lane {computed.ReferenceLaneId} by more than an offset, or that lane is not there"));
        }

        var x = computed.OffsetXaxis switch
        {
            ComputedLaneOffsetXaxis.Small small => small.Value,
            ComputedLaneOffsetXaxis.Large large => large.Value,
            _ => 0,
        };
        var y = computed.OffsetYaxis switch
        {
            ComputedLaneOffsetYaxis.Small small => small.Value,
            ComputedLaneOffsetYaxis.Large large => large.Value,
            _ => 0,
        };
        return [.. reference.Select(point => Moved(point, x, y))];
    }

    private static LocalPoint Moved(LocalPoint point, int x, int y) =>
        new(point.East + (x * CentimetresToMetres), point.North + (y * CentimetresToMetres));
}
