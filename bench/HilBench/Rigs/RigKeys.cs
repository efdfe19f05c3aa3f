using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Keys of a rig file; <c>rigs/rig.schema.json</c> says the same.</summary>
internal static class RigKeys
{
    public static readonly KeySet Rig = new(string.Empty, ["name", "air", "devices"], ["description", "links"]);

    public static readonly KeySet SignalController = new(
        SignalControllerPlan.Word,
        ["name", "kind", "driver"],
        ["dut", "defects", "personalities", "udp", "bench", "snmp", "enableFeed", "gbt20999"]);

    public static readonly KeySet RoadSideUnit = new(
        RoadSideUnitPlan.Word,
        ["name", "kind", "driver", "controller"],
        [
            "dut", "defects", "personalities", "mac", "processingDelay", "forward", "udp", "bench", "snmp", "mib", "dialect", "deliveryOffset", "firstRow",
            "cloud", "air",
        ]);

    public static readonly KeySet OnBoardUnit = new(
        OnBoardUnitPlan.Word,
        ["name", "kind", "driver"],
        ["dut", "defects", "personalities", "mac", "udp", "bench", "gnss", "bus", "alerts", "tci", "air"]);

    public static readonly KeySet EtsiStation = new(
        EtsiStationPlan.Word,
        ["name", "kind", "driver"],
        ["dut", "defects", "personalities", "mac", "stationId", "stationType", "udp", "bench", "gnss", "upperTester", "air"]);

    public static readonly KeySet ForwardRow = new("forward", ["psid", "channel"], ["messageId"]);

    public static readonly KeySet SignalControllerUdp = new("signal-controller-udp", ["host"], ["spat", "lamps", "detectors", "snmp", "gbt20999"]);

    public static readonly KeySet RoadSideUnitUdp = new("rsu-udp", ["host"], ["spat", "ifm", "store", "air", "snmp"]);

    public static readonly KeySet OnBoardUnitUdp = new("obu-udp", ["host"], ["gnss", "air", "alerts", "tci"]);

    public static readonly KeySet EtsiStationUdp = new("etsi-station-udp", ["host"], ["gnss", "air", "ut"]);

    public static readonly KeySet SignalControllerBench = new("signal-controller-bench", ["host"], ["spat", "lamps", "traps"]);

    public static readonly KeySet RoadSideUnitBench = new("rsu-bench", ["host"], ["air", "traps"]);

    public static readonly KeySet OnBoardUnitBench = new("obu-bench", ["host"], ["air", "alerts"]);

    public static readonly KeySet EtsiStationBench = new("etsi-station-bench", ["host"], ["air"]);

    public static readonly KeySet Serial = new("serial", ["port"], ["baud"]);

    public static readonly KeySet Air = new("air-carrier", ["over"], ["group", "port", "interface", "deviceInterface", "skip"]);

    public static readonly KeySet Broker = new("broker", ["host"], ["port", "user", "password"]);

    public static readonly KeySet VehicleBus = new("vehicle-bus", ["port"], ["baud", "bitRate", "dbc"]);

    public static readonly KeySet Alerts = new("alerts", [], ["tcp", "broker", "topic"]);

    public static readonly KeySet TestControl = new("tci", [], ["encoding", "standard"]);

    public static readonly KeySet UpperTester = new("upper-tester", [], ["profile", "patience"]);

    public static readonly KeySet GbT20999 = new(
        "gbt20999",
        ["controllerId"],
        ["hostId", "intersection", "version", "tcp", "line", "lampGroups", "ownSequence", "orderTable", "timeout", "retries"]);

    public static readonly KeySet LampGroup = new("lamp-group", ["group", "phase"], ["pedestrian"]);

    public static readonly KeySet Cloud = new("cloud", ["broker"], ["esn", "map"]);

    public static readonly KeySet Snmp = new(
        "snmp",
        ["version"],
        [
            "readCommunity", "writeCommunity", "user", "authentication", "authPassword", "privacy", "privPassword", "maxBindings", "timeout", "retries",
        ]);

    public static readonly KeySet[] All =
    [
        Rig, SignalController, RoadSideUnit, OnBoardUnit, EtsiStation, ForwardRow, SignalControllerUdp, RoadSideUnitUdp, OnBoardUnitUdp, EtsiStationUdp,
        SignalControllerBench, RoadSideUnitBench, OnBoardUnitBench, EtsiStationBench, Serial, Air, Broker, VehicleBus, Alerts, TestControl, UpperTester,
        GbT20999, LampGroup, Cloud, Snmp,
    ];
}
