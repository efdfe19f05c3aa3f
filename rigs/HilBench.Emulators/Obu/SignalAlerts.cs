using HilBench.Wire.Alerts;
using HilBench.Wire.J2735;

namespace HilBench.Emulators.Obu;

/// <summary>
/// Red-light violation warning, from MAP and SPaT: the own front is in an ingress lane before its stop line and heads for it, all signal groups that
/// rule the lane are red, the speed is above 2 m/s, and to stop at the line now takes more than 3 m/s².
/// </summary>
internal sealed class SignalAlerts
{
    private const double LeastSpeed = 2;
    private const double EasyBraking = 3;
    private const double AlongLane = 30;
    private const double Reach = 200;
    private const int KnownIntersections = 64;

    private readonly Dictionary<int, IntersectionGeometry> _maps = [];

    /// <summary>Learns the lanes of a MAP.</summary>
    public void Learn(MapData map)
    {
        foreach (var intersection in map.Intersections ?? [])
        {
            if (_maps.Count < KnownIntersections || _maps.ContainsKey(intersection.Id.Id))
            {
                _maps[intersection.Id.Id] = intersection;
            }
        }
    }

    /// <summary>The warnings that a SPaT gives rise to, with distance to the stop line and time until it is reached.</summary>
    public IEnumerable<(AlertSubject Subject, double Distance, double? Seconds)> Judge(OwnMotion own, SPAT spat)
    {
        foreach (var state in spat.Intersections)
        {
            if (own.Speed <= LeastSpeed || !_maps.TryGetValue(state.Id.Id, out var map))
            {
                continue;
            }

            foreach (var lane in map.LaneSet)
            {
                if (DistanceToStopLine(own, map, lane) is { } distance
                    && RedGroup(lane, state) is { } group
                    && own.Speed * own.Speed / (2 * Math.Max(distance, 0.1)) > EasyBraking)
                {
                    yield return (new AlertSubject(AlertMessage.RedLightViolation, null, state.Id.Id, group), distance, distance / own.Speed);
                    break;
                }
            }
        }
    }

    private static double? DistanceToStopLine(OwnMotion own, IntersectionGeometry map, GenericLane lane)
    {
        if (!lane.LaneAttributes.DirectionalUse[LaneDirectionBits.IngressPath]
            || lane.LaneAttributes.LaneType is not LaneTypeAttributes.Vehicle
            || lane.NodeList is not NodeListXY.Nodes nodes
            || Offset(nodes.Value[0].Delta) is not { } stop
            || Offset(nodes.Value[1].Delta) is not { } upstream)
        {
            return null;
        }

        // Nodes run from the stop line upstream; the lane's direction of travel is against the second node's offset.
        var direction = double.RadiansToDegrees(Math.Atan2(-upstream.East, -upstream.North));
        var reference = own.To(map.RefPoint.Lat / 1e7, map.RefPoint.Long / 1e7);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(own.Heading));
        var ahead = reference.Ahead + (stop.North * cos) + (stop.East * sin) - own.HalfLength;
        var right = reference.Right + (stop.East * cos) - (stop.North * sin);
        var halfWidth = (map.LaneWidth ?? 350) / 200.0;
        return own.Turn(direction) <= AlongLane && ahead is >= 0 and <= Reach && Math.Abs(right) <= halfWidth ? ahead : null;
    }

    private static int? RedGroup(GenericLane lane, IntersectionState state)
    {
        int? red = null;
        foreach (var group in (lane.ConnectsTo ?? []).Select(way => way.SignalGroup).OfType<int>().Distinct())
        {
            var movement = state.States.FirstOrDefault(movement => movement.SignalGroup == group);
            if (movement is null || movement.StateTimeSpeed[0].EventState != MovementPhaseState.StopAndRemain)
            {
                return null;
            }

            red ??= group;
        }

        return red;
    }

    private static (double East, double North)? Offset(NodeOffsetPointXY delta) => delta switch
    {
        NodeOffsetPointXY.NodeXY1 node => (node.Value.X / 100.0, node.Value.Y / 100.0),
        NodeOffsetPointXY.NodeXY2 node => (node.Value.X / 100.0, node.Value.Y / 100.0),
        NodeOffsetPointXY.NodeXY3 node => (node.Value.X / 100.0, node.Value.Y / 100.0),
        NodeOffsetPointXY.NodeXY4 node => (node.Value.X / 100.0, node.Value.Y / 100.0),
        NodeOffsetPointXY.NodeXY5 node => (node.Value.X / 100.0, node.Value.Y / 100.0),
        NodeOffsetPointXY.NodeXY6 node => (node.Value.X / 100.0, node.Value.Y / 100.0),
        _ => null,
    };
}
