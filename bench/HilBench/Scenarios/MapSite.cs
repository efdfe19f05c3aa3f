using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Geometry;
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
            intersection.RefPoint.Lat / LanePaths.DegreeScale,
            intersection.RefPoint.Long / LanePaths.DegreeScale,
            intersection.RefPoint.Elevation is { } elevation and > UnknownElevation ? elevation / 10.0 : 0);
        var width = intersection.LaneWidth is { } common and > 0 ? common * CentimetresToMetres : DefaultLaneWidth;
        var paths = LanePaths.Read(intersection, new TangentPlane(reference));
        var lanes = intersection.LaneSet.Select(lane => ReadLane(lane, width, paths[lane.LaneID])).OrderBy(lane => lane.Id).ToImmutableArray();
        var connections = intersection.LaneSet.SelectMany(lane => Ways(lane)).ToImmutableArray();
        return new Site
        {
            Name = intersection.Name ?? FormattableString.Invariant($"intersection {intersection.Id.Id}"),
            Intersection = intersection.Id.Id,
            Reference = reference,
            Lanes = lanes,
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

    private static Lane ReadLane(J2735.GenericLane lane, double width, ImmutableArray<LocalPoint> path)
    {
        var use = lane.LaneAttributes.LaneType switch
        {
            J2735.LaneTypeAttributes.Vehicle => LaneUse.Vehicle,
            J2735.LaneTypeAttributes.Crosswalk => LaneUse.Crosswalk,
            _ => LaneUse.Other,
        };
        var difference = lane.NodeList is J2735.NodeListXY.Nodes nodes ? nodes.Value[0].Attributes?.DWidth ?? 0 : 0;
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
