using System.Collections.Immutable;
using System.Net;
using HilBench.Emulators;
using HilBench.Emulators.Hosting;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Scenarios;
using HilBench.Wire.Ieee1609;
using Recall = HilBench.Emulators.Recall;

namespace HilBench.Drivers;

/// <summary>What the emulator of a rig's device is set to: the rig file says which device, the scenario its site, plans and vehicle.</summary>
public static class EmulatedDeviceSettings
{
    /// <summary>Settings of one device, on the usual ports of loopback.</summary>
    /// <param name="rig">The rig.</param>
    /// <param name="device">Name of the device, or its kind: the first of that kind.</param>
    /// <param name="scenario">Site, signal plans, vehicles and seed.</param>
    /// <exception cref="RunException">The rig has no such device.</exception>
    public static EmulatorSettings Of(RigPlan rig, string device, Scenario scenario)
    {
        var plan = rig.Devices.FirstOrDefault(candidate => candidate.Name == device) ?? rig.Devices.FirstOrDefault(candidate => candidate.Kind == device)
            ?? throw new RunException(
                $"The rig '{rig.Name}' has no device '{device}'; it has {string.Join(", ", rig.Devices.Select(known => $"{known.Name} ({known.Kind})"))}.");
        var seed = Seed(scenario, rig.Devices.IndexOf(plan));
        var settings = new EmulatorSettings { Name = plan.Name, Links = ImmutableSortedDictionary.Create<string, LinkSettings>(StringComparer.Ordinal) };
        settings = plan switch
        {
            SignalControllerPlan controller => settings with { SignalController = Controller(controller, scenario) },
            RoadSideUnitPlan unit => settings with { Rsu = RoadSideUnit(unit, scenario, seed) },
            OnBoardUnitPlan unit => settings with { Obu = OnBoardUnit(unit, scenario, seed) },
            _ => throw new RunException($"There is no emulator of a device of kind {plan.Kind}."),
        };
        var usual = DeviceKind.Of(settings).Slots.Where(slot => !slot.Optional)
            .Select(slot => KeyValuePair.Create(slot.Kind, Link(slot, new IPEndPoint(IPAddress.Loopback, slot.UsualPort))));
        return settings with { Links = settings.Links.AddRange(usual) };
    }

    /// <summary>A link at an address: where the device sends to, or where it listens.</summary>
    public static LinkSettings Link(LinkSlot slot, IPEndPoint at) => slot.Use == LinkUse.Sends ? new LinkSettings { Remote = at } : new LinkSettings { Local = at };

    /// <summary>Settings of a signal controller.</summary>
    internal static SignalControllerSettings Controller(SignalControllerPlan plan, Scenario scenario) =>
        new([.. scenario.Plans.Select(Timing)], [.. plan.Defects]);

    /// <summary>Settings of a road-side unit.</summary>
    internal static RsuSettings RoadSideUnit(RoadSideUnitPlan plan, Scenario scenario, int seed) => new(
        scenario.Site.Intersection,
        [.. scenario.Site.SignalGroups.Select(group => new SignalGroupMapping(group.Group, group.Phase, group.PedPhase))],
        [.. plan.ForwardRows.Select(row => new ImmediateForwardRow(new Psid((uint)row.Psid), row.Channel))],
        plan.Mac,
        plan.ProcessingDelay,
        [.. plan.Defects],
        seed);

    /// <summary>Settings of an on-board unit.</summary>
    internal static ObuSettings OnBoardUnit(OnBoardUnitPlan plan, Scenario scenario, int seed)
    {
        var trip = scenario.Vehicles.FirstOrDefault(vehicle => vehicle.Device == plan.Name);
        return new ObuSettings(plan.Mac, trip?.Width ?? VehicleTrip.UsualWidth, trip?.Length ?? VehicleTrip.UsualLength, [.. plan.Defects], seed);
    }

    /// <summary>Seed of a device: each draws from a sequence of its own, so that one device more or less does not change what the others do.</summary>
    /// <param name="scenario">Has the run's seed.</param>
    /// <param name="index">The device's place in the rig, from 0.</param>
    internal static int Seed(Scenario scenario, int index) => unchecked((scenario.Seed * 7919) + index + 1) & int.MaxValue;

    private static TimingPlan Timing(SignalPlan plan) => new(plan.Number, [.. plan.Phases.Select(Timing)]);

    private static PhaseTiming Timing(PlanPhase phase) => new(
        phase.Phase,
        phase.Ring,
        phase.Barrier,
        phase.MinGreen.TotalSeconds,
        phase.Passage.TotalSeconds,
        phase.MaxGreen.TotalSeconds,
        phase.Yellow.TotalSeconds,
        phase.RedClear.TotalSeconds,
        phase.Walk.TotalSeconds,
        phase.PedClear.TotalSeconds,
        phase.Recall switch
        {
            Scenarios.Recall.Min => Recall.Min,
            Scenarios.Recall.Max => Recall.Max,
            Scenarios.Recall.Ped => Recall.Ped,
            _ => Recall.None,
        });
}
