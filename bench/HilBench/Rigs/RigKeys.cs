using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Keys of a rig file; <c>rigs/rig.schema.json</c> says the same.</summary>
internal static class RigKeys
{
    public static readonly KeySet Rig = new(string.Empty, ["name", "air", "devices"], ["description", "links"]);

    public static readonly KeySet SignalController =
        new(SignalControllerPlan.Word, ["name", "kind", "driver"], ["dut", "defects", "personalities", "udp", "bench", "snmp"]);

    public static readonly KeySet RoadSideUnit = new(
        RoadSideUnitPlan.Word,
        ["name", "kind", "driver", "controller"],
        ["dut", "defects", "personalities", "mac", "processingDelay", "forward", "udp", "bench", "snmp", "mib"]);

    public static readonly KeySet OnBoardUnit =
        new(OnBoardUnitPlan.Word, ["name", "kind", "driver"], ["dut", "defects", "personalities", "mac", "udp", "bench", "gnss"]);

    public static readonly KeySet ForwardRow = new("forward", ["psid", "channel"], ["messageId"]);

    public static readonly KeySet SignalControllerUdp = new("signal-controller-udp", ["host"], ["spat", "lamps", "detectors", "snmp"]);

    public static readonly KeySet RoadSideUnitUdp = new("rsu-udp", ["host"], ["spat", "ifm", "store", "air", "snmp"]);

    public static readonly KeySet OnBoardUnitUdp = new("obu-udp", ["host"], ["gnss", "air"]);

    public static readonly KeySet SignalControllerBench = new("signal-controller-bench", ["host"], ["spat", "lamps"]);

    public static readonly KeySet AirBench = new("air-bench", ["host"], ["air"]);

    public static readonly KeySet Serial = new("serial", ["port"], ["baud"]);

    public static readonly KeySet Snmp = new(
        "snmp",
        ["version"],
        [
            "readCommunity", "writeCommunity", "user", "authentication", "authPassword", "privacy", "privPassword", "maxBindings", "timeout", "retries",
        ]);

    public static readonly KeySet[] All =
    [
        Rig, SignalController, RoadSideUnit, OnBoardUnit, ForwardRow, SignalControllerUdp, RoadSideUnitUdp, OnBoardUnitUdp, SignalControllerBench,
        AirBench, Serial, Snmp,
    ];
}
