using System.Collections.Immutable;
using HilBench.Drivers.Ntcip1202;
using HilBench.Drivers.Rsu;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Hosting;
using HilBench.Emulators.Rsu;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;
using ImmediateForwardRow = HilBench.Drivers.Rsu.ImmediateForwardRow;

namespace HilBench.Drivers.Hosting;

/// <summary>Puts the devices of a rig in their places and makes their drivers. Controllers come before the road-side units that they feed.</summary>
/// <param name="loop">The run's event loop.</param>
/// <param name="links">What carries the bytes to emulators in this process.</param>
/// <param name="hosts">Where devices stand.</param>
/// <param name="taps">Puts taps on the bench's ends.</param>
/// <param name="sockets">Keeps what is closed with the rig, and what watches devices.</param>
/// <param name="scenario">Site, signal plans, vehicles and seed.</param>
internal sealed class RigAssembly(
    EventLoop loop, LinkKind links, IReadOnlyDictionary<DeviceHosting, IDeviceHost> hosts, RigTaps taps, SocketRack sockets, Scenario scenario)
{
    private static readonly LinkSlot SnmpSlot = new(DeviceKinds.Snmp, LinkUse.Listens, 161, "SNMP agent") { Optional = true };

    private readonly EmulatorBlocks _blocks = new(scenario);
    private readonly Dictionary<string, List<IDatagramPort>> _relays = new(StringComparer.Ordinal);

    /// <summary>Puts one device in its place.</summary>
    /// <returns>Its drivers: one for each way in which it is spoken to.</returns>
    /// <exception cref="LinkException">A port is in use or an address is not of this machine.</exception>
    /// <exception cref="RigException">The device could not be put in its place, did not answer, or refused.</exception>
    public async Task<ImmutableArray<IDevice>> PlaceAsync(PlacedDevice device, CancellationToken cancellation)
    {
        var access = device.Plan.Snmp is { } snmp ? SnmpAccess.Of(device.Plan, snmp) : default;
        var ends = await hosts[device.Plan.Hosting].PlaceAsync(
            device,
            Slots(device.Plan),
            () => _blocks.Of(device) with { Agent = access.Agent, Management = Management(device.Plan, access.Agent) });
        var session = access.Session is { } settings ? new SnmpSession(loop, settings, ends[DeviceKinds.Snmp].Bench) : null;
        var memory = links == LinkKind.Memory && device.Plan.Hosting == DeviceHosting.Process;
        return device.Plan switch
        {
            SignalControllerPlan plan => await ControllerAsync(plan, new Wiring(device, ends, memory), session, cancellation),
            RoadSideUnitPlan plan => await RoadSideUnitAsync(plan, new Wiring(device, ends, memory), session, cancellation),
            OnBoardUnitPlan plan => OnBoardUnit(plan, new Wiring(device, ends, memory)),
            _ => throw new InvalidOperationException($"No driver for a device of kind {device.Plan.Kind}."),
        };
    }

    // A real device has what it is managed by and what the rig file says; an emulated one has all that its kind has.
    private static ImmutableArray<LinkSlot> Slots(DevicePlan plan)
    {
        var slots = DeviceKinds.All.First(known => known.Word == plan.Kind).Slots.Where(slot => !slot.Optional);
        if (plan.Hosting == DeviceHosting.Real)
        {
            slots = slots.Where(slot => slot.Kind switch
            {
                "lamps" => plan.Snmp is null || plan.Bench?.Port("lamps") is > 0,
                "detectors" or "store" => plan.Snmp is null,
                _ => true,
            });
        }

        return plan.Snmp is null ? [.. slots] : [.. slots, SnmpSlot];
    }

    private RsuManagementSettings? Management(DevicePlan plan, Emulators.Snmp.SnmpAgentSettings? agent) => plan is RoadSideUnitPlan unit && agent is not null
        ? new RsuManagementSettings(
            unit.Mib,
            new RsuPosition(scenario.Site.Reference.Latitude, scenario.Site.Reference.Longitude, scenario.Site.Reference.Elevation))
        {
            Agent = agent,
            Id = plan.Name,
        }
        : null;

    private async Task<ImmutableArray<IDevice>> ControllerAsync(SignalControllerPlan plan, Wiring wiring, SnmpSession? session, CancellationToken cancellation)
    {
        var spat = wiring.Tap(taps, "spat", "SPaT feed of the controller (TSCBM)");
        var relays = _relays[plan.Name] = [];
        spat.Received = datagram => relays.ForEach(relay => relay.Send(datagram.Bytes));
        var devices = ImmutableArray.CreateBuilder<IDevice>();
        if (wiring.Has("lamps"))
        {
            devices.Add(new LampMonitor(plan, wiring.Tap(taps, "lamps", "Lamps as the cabinet's output monitor sees them")));
        }

        if (session is null)
        {
            devices.Add(new SignalControllerDriver(plan, wiring.Tap(taps, "detectors", "Detectors, push buttons and plan as the bench sets them")));
            return devices.ToImmutable();
        }

        var settings = new Ntcip1202DriverSettings { MaxBindings = plan.Snmp!.MaxBindings };
        var driver = sockets.Keep(new Ntcip1202Driver(loop, plan, session, settings));
        sockets.Add(driver);
        await driver.ConnectAsync(cancellation);
        devices.Add(driver);
        return devices.ToImmutable();
    }

    private async Task<ImmutableArray<IDevice>> RoadSideUnitAsync(RoadSideUnitPlan plan, Wiring wiring, SnmpSession? session, CancellationToken cancellation)
    {
        var immediateForward = wiring.Tap(taps, "ifm", "Messages for immediate forwarding");
        taps.Air(wiring.Device, wiring.Ends["air"], wiring.Memory);
        // What the controller feeds was observed at the controller already.
        if (_relays.TryGetValue(plan.Controller, out var relays))
        {
            relays.Add(wiring.Ends["spat"].Bench);
        }

        if (session is null)
        {
            return [new RoadSideUnitDriver(plan, immediateForward, wiring.Tap(taps, "store", "Messages for store and repeat"))];
        }

        var driver = new ManagedRoadSideUnitDriver(plan, new RsuConfiguration(plan.Name, session, new RsuDialect(plan.Mib)), immediateForward);
        await driver.PrepareAsync(
            [.. plan.ForwardRows.Select(row => new ImmediateForwardRow(new Psid((uint)row.Psid), row.MessageId, row.Channel))], cancellation);
        return [driver];
    }

    private ImmutableArray<IDevice> OnBoardUnit(OnBoardUnitPlan plan, Wiring wiring)
    {
        const string Description = "Positions as a GNSS receiver reports them (NMEA 0183)";
        taps.Air(wiring.Device, wiring.Ends["air"], wiring.Memory);
        if (wiring.Ends["gnss"].Line is not { } line)
        {
            return [new OnBoardUnitDriver(plan, wiring.Tap(taps, "gnss", Description))];
        }

        var receiver = new GnssReceiverDriver(plan, taps.Line(wiring.Device, "gnss", Description, line), NmeaStyle.Usual);
        wiring.Ends["gnss"].LineWatch!.Sender = receiver;
        return [receiver];
    }

    private sealed record Wiring(PlacedDevice Device, ImmutableDictionary<string, LinkEnds> Ends, bool Memory)
    {
        public bool Has(string kind) => Ends.ContainsKey(kind);

        public IDatagramPort Tap(RigTaps taps, string kind, string description) => taps.Datagrams(Device, kind, description, Ends[kind], Memory);
    }
}
