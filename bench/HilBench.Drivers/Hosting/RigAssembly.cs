using System.Collections.Immutable;
using System.Net;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Hosting;
using HilBench.Emulators.Rsu;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Drivers.Hosting;

/// <summary>Puts the devices of a rig in their places and has their drivers made. Controllers come before the road-side units that they feed.</summary>
/// <param name="links">What carries the bytes to emulators in this process.</param>
/// <param name="hosts">Where devices stand.</param>
/// <param name="parts">What drivers are made with.</param>
/// <param name="scenario">Site, signal plans, vehicles and seed.</param>
internal sealed class RigAssembly(LinkKind links, IReadOnlyDictionary<DeviceHosting, IDeviceHost> hosts, RigParts parts, Scenario scenario)
{
    private readonly EmulatorBlocks _blocks = new(scenario, parts.Folder);
    private readonly AirMedium _medium = new();
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
            DeviceSlots.Of(device.Plan),
            () => _blocks.Of(device) with { Agent = access.Agent, Management = Management(device.Plan, access.Agent) });
        var session = access.Session is { } settings ? new SnmpSession(parts.Loop, settings, ends[DeviceKinds.Snmp].Bench) : null;
        var memory = links == LinkKind.Memory && device.Plan.Hosting == DeviceHosting.Process;
        var wiring = new Wiring(device, ends, memory, parts.Taps, _medium);
        if (access.Session is { } manager && device.Plan.Bench?.Port("traps") is > 0 and var port)
        {
            Listen(device, manager, port);
        }

        return device.Plan switch
        {
            SignalControllerPlan plan => await new SignalControllerAssembly(parts, _relays).MakeAsync(plan, wiring, session, cancellation),
            RoadSideUnitPlan plan => await new RoadSideUnitAssembly(parts, _relays).MakeAsync(plan, wiring, session, cancellation),
            OnBoardUnitPlan plan => await new OnBoardUnitAssembly(parts).MakeAsync(plan, wiring),
            EtsiStationPlan plan => await new EtsiStationAssembly(parts).MakeAsync(plan, wiring, cancellation),
            _ => throw new InvalidOperationException($"No driver for a device of kind {device.Plan.Kind}."),
        };
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

    // What the agent tells by itself is recorded, and informs are answered.
    private void Listen(PlacedDevice device, SnmpSessionSettings manager, int port)
    {
        const string Kind = "traps";
        var socket = parts.Sockets.Open($"{device.Plan.Name}.{Kind}", new IPEndPoint(IPAddress.Parse(device.Plan.Bench!.Host), port), null);
        var ends = new LinkEnds(socket, DeclaredEndpoint.Device(device.Index, Kind), socket.Local);
        var tapped = parts.Taps.Datagrams(device, Kind, "Traps and informs of the SNMP agent", ends, memory: false);
        _ = new SnmpListener(parts.Loop, new SnmpListenerSettings { Community = manager.ReadCommunity, Users = manager.User is { } user ? [user] : [] }, tapped);
    }
}
