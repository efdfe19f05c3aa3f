using System.Collections.Immutable;
using HilBench.Asn1;
using J2735 = HilBench.Wire.J2735;

namespace HilBench.Scenarios;

/// <summary>Reads a site from a SAE J2735 MAP message: its first intersection.</summary>
internal static class MapSite
{
    private const double DefaultLaneWidth = 3.5;
    private const int UnknownElevation = -4096;
    private const double CentimetresToMetres = 0.01;

    /// <summary>The site.</summary>
    /// <param name="map">The message.</param>
    /// <param name="groups">What its signal groups show; null for the common use, see <see cref="CommonGroups"/>.</param>
    /// <exception cref="FormatException">The message has no intersection, or something in it that a site cannot have.</exception>
    public static Site Read(J2735.MapData map, ImmutableArray<SignalGroup>? groups)
    {
        if (map.Intersections is not [var intersection, ..])
        {
            throw new FormatException("the MAP has no intersection");
        }

        var reference = new GeoPoint(
            intersection.RefPoint.Lat / SiteMap.DegreeScale,
            intersection.RefPoint.Long / SiteMap.DegreeScale,
            intersection.RefPoint.Elevation is { } elevation and > UnknownElevation ? elevation / 10.0 : 0);
        var plane = new TangentPlane(reference);
        var width = intersection.LaneWidth is { } common and > 0 ? common * CentimetresToMetres : DefaultLaneWidth;
        var lanes = ImmutableArray.CreateBuilder<Lane>();
        foreach (var lane in intersection.LaneSet.OrderBy(lane => lane.NodeList is J2735.NodeListXY.Computed))
        {
            lanes.Add(ReadLane(lane, width, plane, lanes));
        }

        var connections = intersection.LaneSet.SelectMany(lane => Ways(lane)).ToImmutableArray();
        return new Site
        {
            Name = intersection.Name ?? FormattableString.Invariant($"intersection {intersection.Id.Id}"),
            Intersection = intersection.Id.Id,
            Reference = reference,
            Lanes = [.. lanes.OrderBy(lane => lane.Id)],
            Connections = connections,
            MapRevision = map.MsgIssueRevision,
            SignalGroups = groups ?? CommonGroups(lanes, connections),
        };
    }

    /// <summary>
    /// What signal groups commonly show: a group from 1 to 8 that rules vehicles the phase of the same number; an even group from 10
    /// to 16 that rules only pedestrians the pedestrian signals of the phase 8 below it.
    /// </summary>
    /// <exception cref="FormatException">There is another group.</exception>
    private static ImmutableArray<SignalGroup> CommonGroups(IEnumerable<Lane> lanes, IEnumerable<Connection> connections)
    {
        var use = lanes.ToDictionary(lane => lane.Id, lane => lane.Use);
        var groups = ImmutableArray.CreateBuilder<SignalGroup>();
        foreach (var ways in connections.Where(way => way.SignalGroup > 0).GroupBy(way => way.SignalGroup!.Value).OrderBy(ways => ways.Key))
        {
            var pedestrians = ways.All(way => use.GetValueOrDefault(way.From) == LaneUse.Crosswalk);
            groups.Add((ways.Key, pedestrians) switch
            {
                ( >= 1 and <= 8, false) => new SignalGroup(ways.Key, ways.Key, null),
                (10 or 12 or 14 or 16, true) => new SignalGroup(ways.Key, null, ways.Key - 8),
                _ => throw new FormatException(FormattableString.Invariant(
                    $"which phase the MAP's signal group {ways.Key} shows is not common use: say it under signalGroups in the scenario")),
            });
        }

        return groups.DrainToImmutable();
    }

    private static Lane ReadLane(J2735.GenericLane lane, double width, TangentPlane plane, IEnumerable<Lane> known)
    {
        var use = lane.LaneAttributes.LaneType switch
        {
            J2735.LaneTypeAttributes.Vehicle => LaneUse.Vehicle,
            J2735.LaneTypeAttributes.Crosswalk => LaneUse.Crosswalk,
            _ => LaneUse.Other,
        };
        var (path, difference) = lane.NodeList switch
        {
            J2735.NodeListXY.Nodes nodes => (ReadNodes(nodes.Value, plane), nodes.Value[0].Attributes?.DWidth ?? 0),
            J2735.NodeListXY.Computed computed => (ReadComputed(lane.LaneID, computed.Value, known), 0),
            _ => throw new FormatException(FormattableString.Invariant($"the node list of lane {lane.LaneID} is of a form this bench does not know")),
        };
        var directions = lane.LaneAttributes.DirectionalUse;
        return new Lane(
            lane.LaneID,
            use,
            (Has(directions, J2735.LaneDirectionBits.IngressPath) ? LaneDirection.Ingress : LaneDirection.None)
                | (Has(directions, J2735.LaneDirectionBits.EgressPath) ? LaneDirection.Egress : LaneDirection.None),
            width + (difference * CentimetresToMetres),
            path,
            lane.IngressApproach ?? lane.EgressApproach);
    }

    private static ImmutableArray<LocalPoint> ReadNodes(ImmutableArray<J2735.NodeXY> nodes, TangentPlane plane)
    {
        var path = ImmutableArray.CreateBuilder<LocalPoint>(nodes.Length);
        var last = default(LocalPoint);
        foreach (var node in nodes)
        {
            last = node.Delta switch
            {
                J2735.NodeOffsetPointXY.NodeXY1 offset => Moved(last, offset.Value.X, offset.Value.Y),
                J2735.NodeOffsetPointXY.NodeXY2 offset => Moved(last, offset.Value.X, offset.Value.Y),
                J2735.NodeOffsetPointXY.NodeXY3 offset => Moved(last, offset.Value.X, offset.Value.Y),
                J2735.NodeOffsetPointXY.NodeXY4 offset => Moved(last, offset.Value.X, offset.Value.Y),
                J2735.NodeOffsetPointXY.NodeXY5 offset => Moved(last, offset.Value.X, offset.Value.Y),
                J2735.NodeOffsetPointXY.NodeXY6 offset => Moved(last, offset.Value.X, offset.Value.Y),
                J2735.NodeOffsetPointXY.NodeLatLon place =>
                    plane.ToLocal(new GeoPoint(place.Value.Lat / SiteMap.DegreeScale, place.Value.Lon / SiteMap.DegreeScale, 0)),
                _ => throw new FormatException("a node of a lane is of a regional form"),
            };
            path.Add(last);
        }

        return path.DrainToImmutable();
    }

    private static ImmutableArray<LocalPoint> ReadComputed(int id, J2735.ComputedLane computed, IEnumerable<Lane> known)
    {
        var reference = known.FirstOrDefault(lane => lane.Id == computed.ReferenceLaneId);
        if (reference is null || computed.RotateXY is not null || computed.ScaleXaxis is not null || computed.ScaleYaxis is not null)
        {
            throw new FormatException(FormattableString.Invariant(
                $"lane {id} is computed from lane {computed.ReferenceLaneId} by more than an offset, or that lane is not there"));
        }

        var x = computed.OffsetXaxis switch
        {
            J2735.ComputedLaneOffsetXaxis.Small small => small.Value,
            J2735.ComputedLaneOffsetXaxis.Large large => large.Value,
            _ => 0,
        };
        var y = computed.OffsetYaxis switch
        {
            J2735.ComputedLaneOffsetYaxis.Small small => small.Value,
            J2735.ComputedLaneOffsetYaxis.Large large => large.Value,
            _ => 0,
        };
        return [.. reference.Path.Select(point => Moved(point, x, y))];
    }

    private static LocalPoint Moved(LocalPoint point, int x, int y) =>
        new(point.East + (x * CentimetresToMetres), point.North + (y * CentimetresToMetres));

    private static IEnumerable<Connection> Ways(J2735.GenericLane lane) =>
        (lane.ConnectsTo ?? []).Where(way => way.RemoteIntersection is null)
            .Select(way => new Connection(lane.LaneID, way.ConnectingLane.Lane, ReadManeuver(way.ConnectingLane.Maneuver), way.SignalGroup is > 0 ? way.SignalGroup : null));

    private static Maneuver ReadManeuver(BitString? maneuver) => maneuver switch
    {
        { } bits when Has(bits, J2735.AllowedManeuversBits.ManeuverStraightAllowed) => Maneuver.Straight,
        { } bits when Has(bits, J2735.AllowedManeuversBits.ManeuverLeftAllowed) => Maneuver.Left,
        { } bits when Has(bits, J2735.AllowedManeuversBits.ManeuverRightAllowed) => Maneuver.Right,
        { } bits when Has(bits, J2735.AllowedManeuversBits.ManeuverUTurnAllowed) => Maneuver.UTurn,
        _ => Maneuver.Unknown,
    };

    private static bool Has(BitString bits, int index) => index < bits.Length && bits[index];
}
