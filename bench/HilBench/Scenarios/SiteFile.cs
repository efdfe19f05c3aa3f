using System.Collections.Immutable;
using HilBench.Geometry;
using HilBench.Inputs;

namespace HilBench.Scenarios;

/// <summary>Reads a site from its YAML file.</summary>
public static class SiteFile
{
    private const double FarthestMetres = 1000;
    private const double FarthestNode = 327;

    /// <summary>Reads a site file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputFileException">The file is not there or has faults; all of them are told.</exception>
    public static Site Read(string path) => Read(InputFile.Open(path, "site"));

    /// <summary>Reads the text of a site file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">YAML text.</param>
    /// <exception cref="InputFileException">The text has faults; all of them are told.</exception>
    public static Site Parse(string name, string text) => Read(InputFile.Parse(name, text));

    /// <summary>Reads the signal groups below a key.</summary>
    internal static ImmutableArray<SignalGroup> SignalGroups(Fields fields, string key)
    {
        var groups = ImmutableArray.CreateBuilder<SignalGroup>();
        foreach (var field in fields.Mappings(key, SiteKeys.SignalGroup))
        {
            var group = new SignalGroup(field.Number("group", 1, 255), field.OptionalNumber("phase", 1, 16), field.OptionalNumber("pedPhase", 1, 16));
            if (field.Has("phase") == field.Has("pedPhase"))
            {
                field.Fault("group", $"expected either phase or pedPhase for signal group {group.Group}");
            }

            if (groups.Any(other => other.Group == group.Group))
            {
                field.Fault("group", $"signal group {group.Group} is there twice");
            }

            groups.Add(group);
        }

        return groups.DrainToImmutable();
    }

    private static Site Read(InputFile file)
    {
        var top = file.Top(SiteKeys.Site);
        var lanes = top.Mappings("lanes", SiteKeys.Lane);
        var connections = top.Mappings("connections", SiteKeys.Connection);
        var site = new Site
        {
            Name = top.Text("name"),
            Intersection = top.Number("intersection", 0, 65535),
            Reference = Reference(top.Mapping("reference", SiteKeys.Reference)),
            Lanes = [.. lanes.Select(Lane)],
            Connections = [.. connections.Select(Connection)],
            SignalGroups = SignalGroups(top, "signalGroups"),
        };

        for (var i = 1; i < lanes.Length; i++)
        {
            if (site.Lanes.Take(i).Any(lane => lane.Id == site.Lanes[i].Id))
            {
                lanes[i].Fault("id", $"lane {site.Lanes[i].Id} is there twice");
            }
        }

        foreach (var (connection, field) in site.Connections.Zip(connections))
        {
            CheckConnection(site, connection, field);
        }

        foreach (var group in site.SignalGroups.Where(group => site.Connections.All(connection => connection.SignalGroup != group.Group)))
        {
            top.Fault("signalGroups", $"signal group {group.Group} rules no connection");
        }

        file.ThrowIfFaulty();
        return site;
    }

    private static GeoPoint Reference(Fields? fields) => fields is null ? default : new GeoPoint(
        fields.Quantity("latitude", Dimension.Angle, -85, 85),
        fields.Quantity("longitude", Dimension.Angle, -180, 180),
        fields.Quantity("elevation", Dimension.Length, -400, 6000));

    private static Lane Lane(Fields fields)
    {
        var use = fields.Has("use")
            ? fields.Choice("use", ("vehicle", LaneUse.Vehicle), ("crosswalk", LaneUse.Crosswalk), ("other", LaneUse.Other))
            : LaneUse.Vehicle;
        var direction = fields.Choice(
            "direction",
            ("ingress", LaneDirection.Ingress),
            ("egress", LaneDirection.Egress),
            ("both", LaneDirection.Both),
            ("none", LaneDirection.None));
        var path = fields.Points("path", FarthestMetres).Select(point => new LocalPoint(point.East, point.North)).ToImmutableArray();
        if (fields.Has("path") && path.Length is < 2 or > 63)
        {
            // SAE J2735 NodeSetXY: SIZE (2..63).
            fields.Fault("path", $"expected 2 to 63 points, found {path.Length}");
        }

        var last = default(LocalPoint);
        foreach (var point in path)
        {
            if (Math.Max(Math.Abs(point.East - last.East), Math.Abs(point.North - last.North)) > FarthestNode)
            {
                // SAE J2735 Node-XY-32b: an offset of at most 327.67 m from the node before, the first from the reference point.
                fields.Fault("path", $"points must be at most {FarthestNode} m from the one before (the first from the reference point), east and north; put one between");
                break;
            }

            last = point;
        }

        return new Lane(
            fields.Number("id", 1, 255),
            use,
            direction,
            fields.Quantity("width", Dimension.Length, 0.5, 20),
            path,
            fields.OptionalNumber("approach", 1, 15));
    }

    private static Connection Connection(Fields fields) => new(
        fields.Number("from", 1, 255),
        fields.Number("to", 1, 255),
        fields.Choice(
            "maneuver",
            ("straight", Maneuver.Straight),
            ("left", Maneuver.Left),
            ("right", Maneuver.Right),
            ("u-turn", Maneuver.UTurn),
            ("unknown", Maneuver.Unknown)),
        fields.OptionalNumber("signalGroup", 1, 255));

    private static void CheckConnection(Site site, Connection connection, Fields fields)
    {
        if (site.FindLane(connection.From) is not { } from || !from.Direction.HasFlag(LaneDirection.Ingress))
        {
            fields.Fault("from", $"lane {connection.From} is no ingress lane of this site");
        }

        if (site.FindLane(connection.To) is not { } to || !to.Direction.HasFlag(LaneDirection.Egress))
        {
            fields.Fault("to", $"lane {connection.To} is no egress lane of this site");
        }

        if (connection.SignalGroup is { } group && site.SignalGroups.All(known => known.Group != group))
        {
            fields.Fault("signalGroup", $"signal group {group} is not under signalGroups");
        }
    }
}
