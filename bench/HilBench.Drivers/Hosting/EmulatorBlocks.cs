using System.Collections.Immutable;
using HilBench.Drivers.UpperTester;
using HilBench.Drivers.VehicleBus;
using HilBench.Emulators;
using HilBench.Emulators.Etsi;
using HilBench.Emulators.GbT20999;
using HilBench.Emulators.Hosting;
using HilBench.Emulators.Ntcip1202;
using HilBench.Emulators.OpenV2X;
using HilBench.Emulators.Tci;
using HilBench.Rigs;
using HilBench.Scenarios;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.OpenV2X;
using Recall = HilBench.Emulators.Recall;

namespace HilBench.Drivers.Hosting;

/// <summary>What the emulators of a rig are set to, from the rig file and the scenario.</summary>
/// <param name="scenario">Site, signal plans, vehicles and seed.</param>
/// <param name="folder">Folder of the rig file: files that it names are relative to it.</param>
internal sealed class EmulatorBlocks(Scenario scenario, string folder)
{
    private static readonly ImmutableSortedDictionary<string, LinkSettings> NoLinks = ImmutableSortedDictionary.Create<string, LinkSettings>(StringComparer.Ordinal);

    /// <summary>The settings of one device, without its links.</summary>
    public EmulatorSettings Of(PlacedDevice device) => device.Plan switch
    {
        SignalControllerPlan plan => new EmulatorSettings { Name = plan.Name, Links = NoLinks, SignalController = Controller(plan), GbT20999 = Host(plan) },
        RoadSideUnitPlan plan => new EmulatorSettings { Name = plan.Name, Links = NoLinks, Rsu = RoadSideUnit(plan, Seed(device)), Cloud = Cloud(plan) },
        OnBoardUnitPlan plan => new EmulatorSettings
        {
            Name = plan.Name,
            Links = NoLinks,
            Obu = OnBoardUnit(plan, Seed(device)),
            Tci = plan.TestControl is { } control ? new TciSettings("HilBench OBU", EmulatorHost.Version, control.Encoding, [.. plan.Personalities]) : null,
            VehicleBus = plan.VehicleBus is null ? null : VehicleBusFile.Read(plan, folder),
            AlertTopic = plan.Alerts?.Topic,
        },
        EtsiStationPlan plan => new EmulatorSettings { Name = plan.Name, Links = NoLinks, EtsiStation = Station(plan, Seed(device)) },
        _ => throw new InvalidOperationException($"No emulator for a device of kind {device.Plan.Kind}."),
    };

    private SignalControllerSettings Controller(SignalControllerPlan plan) => new([.. scenario.Plans.Select(Timing)], [.. plan.Defects])
    {
        Ntcip = new Ntcip1202Settings { Personalities = [.. plan.Personalities] },
    };

    private static GbT20999Settings? Host(SignalControllerPlan plan) =>
        plan.GbT20999 is { } host ? new GbT20999Settings(host.ControllerId, host.Intersection, [.. plan.Personalities]) : null;

    private OpenV2XRsuSettings? Cloud(RoadSideUnitPlan plan) => plan.Cloud is { } cloud
        ? new OpenV2XRsuSettings(
            cloud.Esn, plan.Name, new RsuLocation(scenario.Site.Reference.Longitude, scenario.Site.Reference.Latitude), [.. plan.Personalities])
        : null;

    private EtsiStationSettings Station(EtsiStationPlan plan, int seed)
    {
        var trip = scenario.Vehicles.FirstOrDefault(vehicle => vehicle.Device == plan.Name);
        return new EtsiStationSettings(
            plan.Mac,
            plan.StationId,
            plan.StationType,
            trip?.Width ?? VehicleTrip.UsualWidth,
            trip?.Length ?? VehicleTrip.UsualLength,
            UpperTesterFile.Read(plan, folder),
            [.. plan.Personalities],
            seed);
    }

    private RsuSettings RoadSideUnit(RoadSideUnitPlan plan, int seed) => new(
        scenario.Site.Intersection,
        [.. scenario.Site.SignalGroups.Select(group => new SignalGroupMapping(group.Group, group.Phase, group.PedPhase))],
        [.. plan.ForwardRows.Select(row => new ImmediateForwardRow(new Psid((uint)row.Psid), row.Channel))],
        plan.Mac,
        plan.ProcessingDelay,
        [.. plan.Defects],
        seed)
    {
        Personalities = [.. plan.Personalities],
    };

    private ObuSettings OnBoardUnit(OnBoardUnitPlan plan, int seed)
    {
        var trip = scenario.Vehicles.FirstOrDefault(vehicle => vehicle.Device == plan.Name);
        return new ObuSettings(plan.Mac, trip?.Width ?? VehicleTrip.UsualWidth, trip?.Length ?? VehicleTrip.UsualLength, [.. plan.Defects], seed)
        {
            Name = plan.Name,
            Personalities = [.. plan.Personalities],
        };
    }

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

    // Each device draws from a sequence of its own: one device more or less does not change what the others do.
    private int Seed(PlacedDevice device) => unchecked((scenario.Seed * 7919) + device.Index + 1) & int.MaxValue;
}
