using HilBench.Inputs;

namespace HilBench.Scenarios;

/// <summary>Keys of a scenario file; <c>fixtures/scenarios/scenario.schema.json</c> says the same.</summary>
internal static class ScenarioKeys
{
    public static readonly KeySet Scenario = new(
        string.Empty,
        ["name", "start", "length", "seed", "site", "plans"],
        ["description", "signalGroups", "planChanges", "calls", "randomCalls", "vehicles", "forwards", "mapChanges"]);

    public static readonly KeySet Plan = new("plan", ["number", "phases"], []);

    public static readonly KeySet Phase = new(
        "phase",
        ["phase", "ring", "barrier", "minGreen", "passage", "maxGreen", "yellow", "redClear"],
        ["walk", "pedClear", "recall"]);

    public static readonly KeySet PlanChange = new("planChange", ["at", "plan"], []);

    public static readonly KeySet Call = new("call", ["at", "for"], ["phase", "pedPhase"]);

    public static readonly KeySet RandomCalls = new("randomCall", ["every", "for"], ["phase", "pedPhase", "from", "to"]);

    public static readonly KeySet Vehicle =
        new("vehicle", ["name", "from", "to", "enters", "speed"], ["device", "ignoresSignal", "ignoresTraffic", "waits", "stays", "length", "width"]);

    public static readonly KeySet Forward = new("forward", ["device", "type", "psid", "channel", "rate", "from", "for"], []);

    public static readonly KeySet MapChange = new("mapChange", ["at", "lanes"], []);

    public static readonly KeySet LaneChange = new("laneChange", ["lane", "width"], []);

    public static readonly KeySet[] All =
    [
        Scenario, SiteKeys.SignalGroup, Plan, Phase, PlanChange, Call, RandomCalls, Vehicle, Forward, MapChange, LaneChange,
    ];
}
