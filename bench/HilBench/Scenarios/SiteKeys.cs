using HilBench.Inputs;

namespace HilBench.Scenarios;

/// <summary>Keys of a site file; <c>fixtures/sites/site.schema.json</c> says the same.</summary>
internal static class SiteKeys
{
    public static readonly KeySet Site =
        new(string.Empty, ["name", "intersection", "reference", "lanes", "connections", "signalGroups"], ["description"]);

    public static readonly KeySet Reference = new("reference", ["latitude", "longitude", "elevation"], []);

    public static readonly KeySet Lane = new("lane", ["id", "direction", "width", "path"], ["use", "approach"]);

    public static readonly KeySet Connection = new("connection", ["from", "to", "maneuver"], ["signalGroup"]);

    public static readonly KeySet SignalGroup = new("signalGroup", ["group"], ["phase", "pedPhase"]);

    public static readonly KeySet[] All = [Site, Reference, Lane, Connection, SignalGroup];
}
