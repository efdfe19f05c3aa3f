using HilBench.Emulators;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;
using HilBench.Wire.Ieee1609;
using Recall = HilBench.Emulators.Recall;

namespace HilBench.Drivers;

/// <summary>Makes the emulator, the links and the driver of each device of a rig. Controllers come before the road-side units that they feed.</summary>
/// <param name="loop">The run's event loop.</param>
/// <param name="scenario">Site, signal plans, vehicles and seed.</param>
/// <param name="wiring">Lays the links.</param>
internal sealed class EmulatorHosting(EventLoop loop, Scenario scenario, RigWiring wiring)
{
    private readonly List<Action<Instant>> _starts = [];
    private readonly Dictionary<string, List<IDatagramPort>> _relays = new(StringComparer.Ordinal);

    /// <summary>Makes one device.</summary>
    public IDevice Open(PlacedDevice device) => device.Plan switch
    {
        SignalControllerPlan plan => OpenController(plan, device),
        RoadSideUnitPlan plan => OpenRoadSideUnit(plan, device),
        OnBoardUnitPlan plan => OpenOnBoardUnit(plan, device),
        _ => throw new InvalidOperationException($"No emulator for a device of kind {device.Plan.Kind}."),
    };

    /// <summary>Starts all emulators.</summary>
    public void Start(Instant first) => _starts.ForEach(start => start(first));

    private SignalControllerDriver OpenController(SignalControllerPlan plan, PlacedDevice device)
    {
        var spat = wiring.FromDevice(device, "spat", "SPaT feed of the controller (TSCBM)");
        var lamps = wiring.FromDevice(device, "lamps", "Lamps as the cabinet's output monitor sees them");
        var detectors = wiring.ToDevice(device, "detectors", "Detectors, push buttons and plan as the bench sets them");
        var settings = new SignalControllerSettings([.. scenario.Plans.Select(Timing)], [.. plan.Defects]);
        var relays = _relays[plan.Name] = [];
        spat.Bench.Received = datagram => relays.ForEach(relay => relay.Send(datagram.Bytes));
        var controller = new SignalControllerEmulator(loop, settings, spat.Device, lamps.Device, detectors.Device);
        _starts.Add(first => controller.Start(first));
        return new SignalControllerDriver(plan, lamps.Bench, detectors.Bench);
    }

    private RoadSideUnitDriver OpenRoadSideUnit(RoadSideUnitPlan plan, PlacedDevice device)
    {
        var spat = wiring.Relay(device, "spat");
        var immediateForward = wiring.ToDevice(device, "ifm", "Messages for immediate forwarding");
        var store = wiring.ToDevice(device, "store", "Messages for store and repeat");
        var air = wiring.Air(device);
        var settings = new RsuSettings(
            scenario.Site.Intersection,
            [.. scenario.Site.SignalGroups.Select(group => new SignalGroupMapping(group.Group, group.Phase, group.PedPhase))],
            [.. plan.ForwardRows.Select(row => new ImmediateForwardRow(new Psid((uint)row.Psid), row.Channel))],
            plan.Mac,
            plan.ProcessingDelay,
            [.. plan.Defects],
            Seed(device));
        _relays[plan.Controller].Add(spat.Bench);
        _ = new RsuEmulator(loop, settings, spat.Device, immediateForward.Device, store.Device, air.Device);
        return new RoadSideUnitDriver(plan, immediateForward.Bench, store.Bench);
    }

    private OnBoardUnitDriver OpenOnBoardUnit(OnBoardUnitPlan plan, PlacedDevice device)
    {
        var gnss = wiring.ToDevice(device, "gnss", "Positions as a GNSS receiver reports them (NMEA 0183)");
        var air = wiring.Air(device);
        var trip = scenario.Vehicles.FirstOrDefault(vehicle => vehicle.Device == plan.Name);
        var settings = new ObuSettings(
            plan.Mac, trip?.Width ?? VehicleTrip.UsualWidth, trip?.Length ?? VehicleTrip.UsualLength, [.. plan.Defects], Seed(device));
        var unit = new ObuEmulator(loop, settings, gnss.Device, air.Device);
        _starts.Add(first => unit.Start(first));
        return new OnBoardUnitDriver(plan, gnss.Bench);
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
