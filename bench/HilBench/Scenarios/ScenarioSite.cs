using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Inputs;
using HilBench.Wire.J2735;
using Path = System.IO.Path;

namespace HilBench.Scenarios;

/// <summary>The site that a scenario names: a site file of ours, or a MAP message as hexadecimal text.</summary>
/// <param name="Site">The site; one without lanes when it could not be read.</param>
/// <param name="File">The file it was read from.</param>
/// <param name="Map">Octets of the frame with its MAP message.</param>
internal sealed record ScenarioSite(Site Site, string File, ImmutableArray<byte> Map)
{
    private static readonly Site Nowhere = new()
    {
        Name = string.Empty,
        Intersection = 0,
        Reference = default,
        Lanes = [],
        Connections = [],
        SignalGroups = [],
    };

    /// <summary>Reads what the scenario's <c>site</c> key names.</summary>
    public static ScenarioSite Read(InputFile scenario, Fields top)
    {
        if (!top.Has("site"))
        {
            return new ScenarioSite(Nowhere, string.Empty, []);
        }

        var file = Path.Combine(scenario.Folder, top.Text("site"));
        if (file.EndsWith(".hex", StringComparison.OrdinalIgnoreCase))
        {
            return ReadMap(file, top);
        }

        if (top.Has("signalGroups"))
        {
            top.Fault("signalGroups", "goes with a MAP (.hex) only: a site file has its own");
        }

        var site = SiteFile.Read(file);
        return new ScenarioSite(site, file, [.. SiteMap.WriteFrame(site, site.MapRevision)]);
    }

    private static ScenarioSite ReadMap(string file, Fields top)
    {
        var groups = top.Has("signalGroups") ? SiteFile.SignalGroups(top, "signalGroups") : (ImmutableArray<SignalGroup>?)null;
        try
        {
            var octets = Convert.FromHexString(System.IO.File.ReadAllText(file).Trim());
            var (map, frame) = Decode(octets);
            return new ScenarioSite(MapSite.Read(map, groups), file, frame);
        }
        catch (Exception fault) when (fault is FormatException or Asn1ContentException or IOException or UnauthorizedAccessException)
        {
            top.Fault("site", $"{file} cannot be used as a MAP message in hexadecimal: {fault.Message}");
            return new ScenarioSite(Nowhere, file, []);
        }
    }

    // A frame begins with the message id 18 in 16 bits; a bare MapData begins with its presence bits.
    private static (MapData Map, ImmutableArray<byte> Frame) Decode(byte[] octets)
    {
        if (octets is not [0, SiteMap.MessageId, ..])
        {
            var bare = MapData.Decode(octets).Value;
            return (bare, [.. new MessageFrame { MessageId = SiteMap.MessageId, Value = bare }.Encode()]);
        }

        return MessageFrame.Decode(octets).Value.Value is MapData map
            ? (map, [.. octets])
            : throw new FormatException("the frame holds no MapData");
    }
}
