using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Keys of a rig file; <c>rigs/rig.schema.json</c> says the same.</summary>
internal static class RigKeys
{
    public static readonly KeySet Rig = new(string.Empty, ["name", "air", "devices"], ["description", "links"]);

    public static readonly KeySet SignalController = new(SignalControllerPlan.Word, ["name", "kind", "driver"], ["dut", "defects", "udp"]);

    public static readonly KeySet RoadSideUnit =
        new(RoadSideUnitPlan.Word, ["name", "kind", "driver", "controller", "mac"], ["dut", "defects", "processingDelay", "forward", "udp"]);

    public static readonly KeySet OnBoardUnit = new(OnBoardUnitPlan.Word, ["name", "kind", "driver", "mac"], ["dut", "defects", "udp"]);

    public static readonly KeySet ForwardRow = new("forward", ["psid", "channel"], []);

    public static readonly KeySet SignalControllerUdp = new("signal-controller-udp", ["host"], ["spat", "lamps", "detectors"]);

    public static readonly KeySet RoadSideUnitUdp = new("rsu-udp", ["host"], ["spat", "ifm", "store", "air"]);

    public static readonly KeySet OnBoardUnitUdp = new("obu-udp", ["host"], ["gnss", "air"]);

    public static readonly KeySet[] All =
    [
        Rig, SignalController, RoadSideUnit, OnBoardUnit, ForwardRow, SignalControllerUdp, RoadSideUnitUdp, OnBoardUnitUdp,
    ];
}
