using System.Collections.Immutable;
using HilBench.Drivers.OpenV2X;
using HilBench.Drivers.Rsu;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ieee1609;
using ImmediateForwardRow = HilBench.Drivers.Rsu.ImmediateForwardRow;

namespace HilBench.Drivers.Hosting;

/// <summary>Makes the drivers of a road-side unit: one for each way in which it is spoken to.</summary>
/// <param name="parts">What drivers are made with.</param>
/// <param name="relays">Road-side units that get a controller's feed, by the controller's name.</param>
internal sealed class RoadSideUnitAssembly(RigParts parts, Dictionary<string, List<IDatagramPort>> relays)
{
    /// <summary>Makes them.</summary>
    /// <exception cref="RigException">The unit did not answer, or refused.</exception>
    public async Task<ImmutableArray<IDevice>> MakeAsync(RoadSideUnitPlan plan, Wiring wiring, SnmpSession? session, CancellationToken cancellation)
    {
        var immediateForward = wiring.Has("ifm") ? wiring.Datagrams("ifm", "Messages for immediate forwarding") : null;
        var air = wiring.Air();
        // What the controller feeds was observed at the controller already.
        if (relays.TryGetValue(plan.Controller, out var units) && wiring.Has("spat"))
        {
            units.Add(wiring.Ends["spat"].Bench);
        }

        var devices = ImmutableArray.CreateBuilder<IDevice>();
        if (session is not null)
        {
            devices.Add(await ManagedAsync(plan, session, immediateForward, air, cancellation));
        }
        else if (immediateForward is not null && wiring.Has("store"))
        {
            devices.Add(new RoadSideUnitDriver(plan, immediateForward, wiring.Datagrams("store", "Messages for store and repeat")));
        }

        if (plan.Cloud is { } cloud)
        {
            devices.Add(Cloud(plan, cloud, wiring, air));
        }

        return devices.ToImmutable();
    }

    private async Task<IDevice> ManagedAsync(
        RoadSideUnitPlan plan, SnmpSession session, IDatagramPort? immediateForward, AirFeed air, CancellationToken cancellation)
    {
        var watch = new AirWatch(parts.Loop);
        air.Add(watch.Observe);
        var driver = new ManagedRoadSideUnitDriver(plan, new RsuConfiguration(plan.Name, session, RsuDialects.Of(plan)), immediateForward) { Air = watch };
        await driver.PrepareAsync(
            [.. plan.ForwardRows.Select(row => new ImmediateForwardRow(new Psid((uint)row.Psid), row.MessageId, row.Channel))], cancellation);
        return driver;
    }

    private CloudSession Cloud(RoadSideUnitPlan plan, CloudPlan cloud, Wiring wiring, AirFeed air)
    {
        var bus = wiring.Bus(DeviceKinds.Cloud, "Cloud platform and unit, OpenV2X");
        var driver = new OpenV2XCloudDriver(parts.Loop, plan, bus);
        air.Add(frame => driver.ObserveAir(frame.Bytes));
        var session = new CloudSession(parts.Loop, plan, cloud, driver, bus, parts.Folder);
        parts.Sockets.Add(session);
        return session;
    }
}
