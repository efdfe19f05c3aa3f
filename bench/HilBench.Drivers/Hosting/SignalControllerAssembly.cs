using System.Collections.Immutable;
using HilBench.Drivers.GbT20999;
using HilBench.Drivers.Ntcip1202;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.GbT20999;

namespace HilBench.Drivers.Hosting;

/// <summary>Makes the drivers of a signal controller: one for each way in which it is spoken to.</summary>
/// <param name="parts">What drivers are made with.</param>
/// <param name="relays">Road-side units that get the controller's feed, by the controller's name.</param>
internal sealed class SignalControllerAssembly(RigParts parts, Dictionary<string, List<IDatagramPort>> relays)
{
    /// <summary>Makes them.</summary>
    /// <exception cref="RigException">The controller did not answer, or refused.</exception>
    public async Task<ImmutableArray<IDevice>> MakeAsync(SignalControllerPlan plan, Wiring wiring, SnmpSession? session, CancellationToken cancellation)
    {
        if (wiring.Has("spat"))
        {
            var spat = wiring.Datagrams("spat", "SPaT feed of the controller (TSCBM)");
            var units = relays[plan.Name] = [];
            spat.Received = datagram => units.ForEach(unit => unit.Send(datagram.Bytes));
        }

        var devices = ImmutableArray.CreateBuilder<IDevice>();
        if (wiring.Has("lamps"))
        {
            devices.Add(new LampMonitor(plan, wiring.Datagrams("lamps", "Lamps as the cabinet's output monitor sees them")));
        }

        if (session is not null)
        {
            devices.Add(await ManagedAsync(plan, session, cancellation));
        }
        else if (wiring.Has("detectors"))
        {
            devices.Add(new SignalControllerDriver(plan, wiring.Datagrams("detectors", "Detectors, push buttons and plan as the bench sets them")));
        }

        if (plan.GbT20999 is { } host)
        {
            devices.Add(await HostAsync(plan, host, wiring));
        }

        return devices.ToImmutable();
    }

    private async Task<IDevice> ManagedAsync(SignalControllerPlan plan, SnmpSession session, CancellationToken cancellation)
    {
        var settings = new Ntcip1202DriverSettings { MaxBindings = plan.Snmp!.MaxBindings, Feed = plan.EnablesFeed ? SpatFeed.Spat : null };
        var driver = parts.Sockets.Keep(new Ntcip1202Driver(parts.Loop, plan, session, settings));
        parts.Sockets.Add(driver);
        await driver.ConnectAsync(cancellation);
        return driver;
    }

    private async Task<IDevice> HostAsync(SignalControllerPlan plan, GbT20999Plan host, Wiring wiring)
    {
        const string Description = "Host and controller, GB/T 20999";
        var settings = new GbT20999SessionSettings(plan.Name, new GbParty(host.Version, host.HostId, host.ControllerId, host.Intersection))
        {
            Timeout = host.Timeout,
            Retries = host.Retries,
            AnswersHaveOwnSequence = host.OwnSequence,
            OrdersAreTable = host.OrderTable,
        };
        var session = wiring.Ends[DeviceKinds.GbT20999].Line is null
            ? new GbT20999Session(parts.Loop, settings, wiring.Datagrams(DeviceKinds.GbT20999, Description))
            : new GbT20999Session(parts.Loop, settings, wiring.Line(DeviceKinds.GbT20999, Description));
        var groups = host.LampGroups.Select(group => new LampGroupMapping(group.Group, group.Phase, group.IsPedestrian));
        var driver = new GbT20999ControllerDriver(parts.Loop, plan, settings, session, [.. groups]);
        await session.HeartbeatAsync();
        if (!host.LampGroups.IsEmpty)
        {
            parts.Sockets.Add(parts.Sockets.Keep(new GbT20999Watch(driver)));
        }

        return driver;
    }
}
