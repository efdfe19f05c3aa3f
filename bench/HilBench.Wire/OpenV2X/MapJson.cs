using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HilBench.Asn1;
using HilBench.Wire.Csae.Day1;

namespace HilBench.Wire.OpenV2X;

/// <summary>
/// Reads a map as OpenV2X sends it down: T/CSAE 53-2020 MapData with the names of its ASN.1, lists under the name of their items, numbers and bit
/// strings as text. Lane sharing and types other than vehicle lanes are not read; <c>left</c> names what was found and left out.
/// </summary>
public static class MapJson
{
    private const int Latitudes = 900_000_000;
    private const int Longitudes = 1_800_000_000;

    /// <summary>Reads a map.</summary>
    /// <param name="json">The map.</param>
    /// <param name="map">The message.</param>
    /// <param name="left">Paths of what is in the JSON and not in the message.</param>
    /// <param name="error">Why it is none: path, what was found, what was expected.</param>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out MapData? map, out ImmutableArray<string> left, [NotNullWhen(false)] out string? error)
    {
        map = null;
        error = null;
        var leftOut = new List<string>();
        try
        {
            var root = new JsonPlace(json, "map");
            map = new MapData
            {
                MsgCnt = root.Find("msgCnt")?.Number(0, 127) ?? 0,
                TimeStamp = root.Find("timeStamp")?.Number(0, 527_040),
                Nodes = [.. root["nodes"].Items("Node", 1, 32).Select(node => Node(node, leftOut))],
            };
        }
        catch (JsonContentException exception)
        {
            error = exception.Message;
        }
        catch (InvalidOperationException exception)
        {
            // A text that is no text: octets that are no UTF-8, or an escape that stands for half a character.
            error = $"map: {exception.Message}";
        }

        left = [.. leftOut];
        return map is not null;
    }

    private static Node Node(JsonPlace node, List<string> left) => new()
    {
        Name = node.Find("name") is { } name ? Name(name) : null,
        Id = Reference(node["id"]),
        RefPos = Position(node["refPos"]),
        InLinks = node.Find("inLinks") is { } links ? [.. links.Items("Link", 1, 32).Select(link => Link(link, left))] : null,
    };

    private static Link Link(JsonPlace link, List<string> left) => new()
    {
        Name = link.Find("name") is { } name ? Name(name) : null,
        UpstreamNodeId = Reference(link["upstreamNodeId"]),
        SpeedLimits = SpeedLimits(link),
        LinkWidth = link["linkWidth"].Number(0, 32_767),
        Points = Points(link),
        Movements = link.Find("movements") is { } movements ? [.. movements.Items("Movement", 1, 32).Select(Movement)] : null,
        Lanes = [.. link["lanes"].Items("Lane", 1, 32).Select(lane => Lane(lane, left))],
    };

    private static Movement Movement(JsonPlace movement) => new()
    {
        RemoteIntersection = Reference(movement["remoteIntersection"]),
        PhaseId = movement.Find("phaseId")?.Number(0, 255),
    };

    private static Lane Lane(JsonPlace lane, List<string> left) => new()
    {
        LaneID = lane["laneID"].Number(0, 255),
        LaneWidth = lane.Find("laneWidth")?.Number(0, 32_767),
        LaneAttributes = lane.Find("laneAttributes") is { } attributes ? Attributes(attributes, left) : null,
        Maneuvers = lane.Find("maneuvers") is { } maneuvers ? Bits(maneuvers, 12) : null,
        ConnectsTo = lane.Find("connectsTo") is { } connections ? [.. connections.Items("Connection", 1, 8).Select(Connection)] : null,
        SpeedLimits = SpeedLimits(lane),
        Points = Points(lane),
    };

    private static LaneAttributes? Attributes(JsonPlace attributes, List<string> left)
    {
        if (attributes["laneType"].Find("vehicle") is { } vehicle)
        {
            return new LaneAttributes
            {
                ShareWith = attributes.Find("shareWith") is { } shared ? Bits(shared, 10) : null,
                LaneType = new LaneTypeAttributes.Vehicle(Bits(vehicle, 8)),
            };
        }

        left.Add(attributes.Path);
        return null;
    }

    private static Connection Connection(JsonPlace connection) => new()
    {
        RemoteIntersection = Reference(connection["remoteIntersection"]),
        ConnectingLane = connection.Find("connectingLane") is { } lane
            ? new ConnectingLane
            {
                Lane = lane["lane"].Number(0, 255),
                Maneuver = lane.Find("maneuver") is { } maneuver ? Bits(maneuver, 12) : null,
            }
            : null,
        PhaseId = connection.Find("phaseId")?.Number(0, 255),
    };

    private static ImmutableArray<RegulatorySpeedLimit>? SpeedLimits(JsonPlace holder) => holder.Find("speedLimits") is { } limits
        ? [.. limits.Items("RegulatorySpeedLimit", 1, 9).Select(limit => new RegulatorySpeedLimit { Type = LimitType(limit["type"]), Speed = limit["speed"].Number(0, 8191) })]
        : null;

    // An enumerated value is the name of an empty element, as in XML, or its name, or its number.
    private static SpeedLimitType LimitType(JsonPlace type)
    {
        var name = type.Value.ValueKind == JsonValueKind.Object
            ? type.Value.EnumerateObject().Select(property => property.Name).FirstOrDefault("")
            : type.Text();
        return Enum.TryParse<SpeedLimitType>(name, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw new JsonContentException(type.Path, $"found '{name}', expected {string.Join(", ", Enum.GetNames<SpeedLimitType>())}");
    }

    private static ImmutableArray<RoadPoint>? Points(JsonPlace holder) => holder.Find("points") is { } points
        ? [.. points.Items("RoadPoint", 2, 31).Select(point => new RoadPoint { PosOffset = Offset(point["posOffset"]["offsetLL"]["position-LatLon"]) })]
        : null;

    internal static PositionOffsetLLV Offset(JsonPlace position) => new()
    {
        OffsetLL = new PositionOffsetLL.PositionLatLon(new PositionLLmD64b
        {
            Lon = position["lon"].Number(-Longitudes + 1, Longitudes + 1),
            Lat = position["lat"].Number(-Latitudes, Latitudes + 1),
        }),
    };

    private static Position3D Position(JsonPlace position) => new()
    {
        Lat = position["lat"].Number(-Latitudes, Latitudes + 1),
        Long = (position.Find("long") ?? position["lon"]).Number(-Longitudes + 1, Longitudes + 1),
        Elevation = position.Find("elevation")?.Number(-4096, 61_439),
    };

    private static NodeReferenceID Reference(JsonPlace id) => new() { Region = id.Find("region")?.Number(0, 65_535), Id = id["id"].Number(0, 65_535) };

    private static string Name(JsonPlace name)
    {
        var text = name.Text();
        return text.Length is >= 1 and <= 63 && text.All(char.IsAscii)
            ? text
            : throw new JsonContentException(name.Path, $"{text.Length} characters, expected 1 to 63 of ASCII");
    }

    private static BitString Bits(JsonPlace bits, int length)
    {
        var text = bits.Text();
        return text.Length == length && text.All(bit => bit is '0' or '1')
            ? BitString.FromBits(text)
            : throw new JsonContentException(bits.Path, $"found '{(text.Length > 40 ? text[..40] + "…" : text)}', expected {length} bits");
    }
}
