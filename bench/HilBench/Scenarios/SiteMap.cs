using HilBench.Asn1;
using HilBench.Geometry;
using J2735 = HilBench.Wire.J2735;

namespace HilBench.Scenarios;

/// <summary>A site as a SAE J2735 MAP message. Coordinates and widths are kept to 1 cm, which is what the message carries.</summary>
internal static class SiteMap
{
    /// <summary>Message id of a MAP.</summary>
    public const int MessageId = 18;

    private const double DefaultLaneWidth = 3.5;

    /// <summary>Octets of a frame with the MAP message of a site.</summary>
    public static byte[] WriteFrame(Site site, int revision) =>
        new J2735.MessageFrame { MessageId = MessageId, Value = Write(site, revision) }.Encode();

    /// <summary>The MAP message of a site with a revision of its content, 0 to 127.</summary>
    public static J2735.MapData Write(Site site, int revision)
    {
        var laneWidth = Centimetres(site.Lanes.FirstOrDefault(lane => lane.Use == LaneUse.Vehicle)?.Width ?? DefaultLaneWidth);
        return new J2735.MapData
        {
            MsgIssueRevision = revision,
            LayerType = J2735.LayerType.IntersectionData,
            LayerID = 1,
            Intersections =
            [
                new J2735.IntersectionGeometry
                {
                    Name = site.Name.Length is > 0 and <= 63 && site.Name.All(char.IsAscii) ? site.Name : null,
                    Id = new J2735.IntersectionReferenceID { Id = site.Intersection },
                    Revision = revision,
                    RefPoint = new J2735.Position3D
                    {
                        Lat = (int)Math.Round(site.Reference.Latitude * LanePaths.DegreeScale),
                        Long = (int)Math.Round(site.Reference.Longitude * LanePaths.DegreeScale),
                        Elevation = (int)Math.Round(site.Reference.Elevation * 10),
                    },
                    LaneWidth = laneWidth,
                    LaneSet = [.. site.Lanes.Select(lane => WriteLane(site, lane, laneWidth))],
                },
            ],
        };
    }

    private static J2735.GenericLane WriteLane(Site site, Lane lane, int laneWidth)
    {
        var ways = site.Connections.Where(connection => connection.From == lane.Id).ToArray();
        var ingress = lane.Direction.HasFlag(LaneDirection.Ingress);
        var egress = lane.Direction.HasFlag(LaneDirection.Egress);
        return new J2735.GenericLane
        {
            LaneID = lane.Id,
            IngressApproach = ingress ? lane.Approach : null,
            EgressApproach = egress ? lane.Approach : null,
            LaneAttributes = new J2735.LaneAttributes
            {
                DirectionalUse = Bits(
                    2,
                    ingress ? J2735.LaneDirectionBits.IngressPath : null,
                    egress ? J2735.LaneDirectionBits.EgressPath : null),
                SharedWith = Bits(10),
                LaneType = lane.Use switch
                {
                    LaneUse.Vehicle => new J2735.LaneTypeAttributes.Vehicle(Bits(8)),
                    LaneUse.Crosswalk => new J2735.LaneTypeAttributes.Crosswalk(Bits(16)),
                    _ => new J2735.LaneTypeAttributes.Median(Bits(16)),
                },
            },
            Maneuvers = ways.Length > 0 && lane.Use == LaneUse.Vehicle ? Maneuvers(ways.Select(way => way.Maneuver)) : null,
            NodeList = new J2735.NodeListXY.Nodes([.. WriteNodes(lane, Centimetres(lane.Width) - laneWidth)]),
            ConnectsTo = ways.Length > 0 ? [.. ways.Select(WriteWay)] : null,
        };
    }

    private static J2735.Connection WriteWay(Connection way) => new()
    {
        ConnectingLane = new J2735.ConnectingLane
        {
            Lane = way.To,
            Maneuver = way.Maneuver == Maneuver.Unknown ? null : Maneuvers([way.Maneuver]),
        },
        SignalGroup = way.SignalGroup,
    };

    // Each node is an offset from the one before, the first from the reference point; rounding is not carried along.
    private static IEnumerable<J2735.NodeXY> WriteNodes(Lane lane, int widthDifference)
    {
        var (x, y) = (0, 0);
        for (var i = 0; i < lane.Path.Length; i++)
        {
            var (nextX, nextY) = (Centimetres(lane.Path[i].East), Centimetres(lane.Path[i].North));
            yield return new J2735.NodeXY
            {
                Delta = WriteOffset(nextX - x, nextY - y),
                Attributes = i == 0 && widthDifference != 0 ? new J2735.NodeAttributeSetXY { DWidth = widthDifference } : null,
            };
            (x, y) = (nextX, nextY);
        }
    }

    private static J2735.NodeOffsetPointXY WriteOffset(int x, int y) => Math.Max(x < 0 ? ~x : x, y < 0 ? ~y : y) switch
    {
        < 1 << 9 => new J2735.NodeOffsetPointXY.NodeXY1(new J2735.NodeXY20b { X = x, Y = y }),
        < 1 << 10 => new J2735.NodeOffsetPointXY.NodeXY2(new J2735.NodeXY22b { X = x, Y = y }),
        < 1 << 11 => new J2735.NodeOffsetPointXY.NodeXY3(new J2735.NodeXY24b { X = x, Y = y }),
        < 1 << 12 => new J2735.NodeOffsetPointXY.NodeXY4(new J2735.NodeXY26b { X = x, Y = y }),
        < 1 << 13 => new J2735.NodeOffsetPointXY.NodeXY5(new J2735.NodeXY28b { X = x, Y = y }),
        _ => new J2735.NodeOffsetPointXY.NodeXY6(new J2735.NodeXY32b { X = x, Y = y }),
    };

    private static BitString Maneuvers(IEnumerable<Maneuver> maneuvers) => Bits(12, [.. maneuvers.Select(Bit)]);

    private static int? Bit(Maneuver maneuver) => maneuver switch
    {
        Maneuver.Straight => J2735.AllowedManeuversBits.ManeuverStraightAllowed,
        Maneuver.Left => J2735.AllowedManeuversBits.ManeuverLeftAllowed,
        Maneuver.Right => J2735.AllowedManeuversBits.ManeuverRightAllowed,
        Maneuver.UTurn => J2735.AllowedManeuversBits.ManeuverUTurnAllowed,
        _ => null,
    };

    private static BitString Bits(int length, params int?[] set)
    {
        var bits = new char[length];
        Array.Fill(bits, '0');
        foreach (var bit in set.OfType<int>())
        {
            bits[bit] = '1';
        }

        return BitString.FromBits(new string(bits));
    }

    private static int Centimetres(double metres) => (int)Math.Round(metres * 100, MidpointRounding.AwayFromZero);
}
