using System.Collections.Immutable;
using HilBench.Emulators.Hosting;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Which links a device of a rig file has.</summary>
internal static class DeviceSlots
{
    private static readonly LinkSlot Snmp = new(DeviceKinds.Snmp, LinkUse.Listens, 161, "SNMP agent") { Optional = true };
    private static readonly LinkSlot VehicleBus = new(DeviceKinds.VehicleBus, LinkUse.Listens, 0, "vehicle's bus, SLCAN") { Optional = true };
    private static readonly LinkSlot Cloud = new(DeviceKinds.Cloud, LinkUse.Listens, 1883, "cloud platform, OpenV2X over MQTT") { Optional = true };

    /// <summary>The links. A real device has what it is managed by and what the rig file says; an emulated one has all that its kind needs, and what is asked for.</summary>
    public static ImmutableArray<LinkSlot> Of(DevicePlan plan)
    {
        var slots = DeviceKinds.All.First(known => known.Word == plan.Kind).Slots
            .Where(slot => slot.Optional ? Wants(plan, slot.Kind) : plan.Hosting != DeviceHosting.Real || Has(plan, slot.Kind));
        return
        [
            .. slots,
            .. plan.Snmp is null ? ReadOnlySpan<LinkSlot>.Empty : [Snmp],
            .. plan is OnBoardUnitPlan { VehicleBus: not null } ? [VehicleBus] : ReadOnlySpan<LinkSlot>.Empty,
            .. plan is RoadSideUnitPlan { Cloud: not null } ? [Cloud] : ReadOnlySpan<LinkSlot>.Empty,
        ];
    }

    private static bool Wants(DevicePlan plan, string kind) => plan switch
    {
        SignalControllerPlan controller => kind == DeviceKinds.GbT20999 && controller.GbT20999 is not null,
        OnBoardUnitPlan unit => kind switch
        {
            DeviceKinds.Alerts => unit.Alerts is not null,
            DeviceKinds.TestControl => unit.TestControl is not null,
            _ => false,
        },
        _ => false,
    };

    private static bool Has(DevicePlan plan, string kind) => plan switch
    {
        SignalControllerPlan { GbT20999: not null } => plan.Bench?.Port(kind) is > 0,
        SignalControllerPlan => kind switch
        {
            "lamps" => plan.Snmp is null || plan.Bench?.Port("lamps") is > 0,
            "detectors" => plan.Snmp is null,
            _ => true,
        },
        RoadSideUnitPlan { Cloud: not null, Snmp: null } => kind == "air" || plan.Address.Port(kind) > 0,
        RoadSideUnitPlan => kind != "store" || plan.Snmp is null,
        _ => true,
    };
}
