using System.Collections.Immutable;
using HilBench.Drivers.Docker;
using HilBench.Drivers.Hosting;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Drivers;

/// <summary>Opens a rig: puts its emulated devices in their places, lays the links to all devices, and makes the drivers.</summary>
public static class OpenRig
{
    /// <summary>Opens a rig.</summary>
    /// <param name="plan">What the rig file says.</param>
    /// <param name="scenario">Site, signal plans, vehicles and seed, which emulators are set up with.</param>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="links">What carries the bytes to emulators in this process.</param>
    /// <param name="sink">Takes what the taps observe.</param>
    /// <param name="logFolder">Folder for the logs of devices in containers; null for none.</param>
    /// <param name="cancellation">Ends the waiting for devices.</param>
    /// <returns>The open rig; its emulated devices do nothing before it is started.</returns>
    /// <exception cref="LinkException">A port is in use or an address is not of this machine.</exception>
    public static async Task<Rig> OpenAsync(
        RigPlan plan, Scenario scenario, EventLoop loop, LinkKind links, Action<TapFrame> sink, string? logFolder, CancellationToken cancellation)
    {
        var sockets = new SocketRack(loop);
        var containers = new ContainerHost(sockets, logFolder);
        var carriers = new CarrierRack(loop, sockets);
        var hosts = new Dictionary<DeviceHosting, IDeviceHost>
        {
            [DeviceHosting.Process] = links == LinkKind.Memory ? new MemoryHost(loop, carriers) : new SocketHost(loop, sockets, carriers),
            [DeviceHosting.Container] = containers,
            [DeviceHosting.Real] = new RealHost(sockets, carriers),
        };
        var assembly = new RigAssembly(links, hosts, new RigParts(loop, sockets, new RigTaps(loop, sink), plan.Folder), scenario);
        try
        {
            var devices = ImmutableArray.CreateBuilder<IDevice>();
            foreach (var (index, device) in plan.Devices.Index())
            {
                devices.AddRange(await PlaceAsync(assembly, new PlacedDevice(device, index), sockets, cancellation));
            }

            return new Rig(plan, devices.ToImmutable(), first => Start(hosts, first), [.. sockets.Watches], [.. sockets.Opened])
            {
                Arm = containers.Arm,
                Stop = () => Stop(hosts),
                Clocks = [.. sockets.Clocks],
            };
        }
        catch (Exception fault) when (fault is LinkException or OperationCanceledException)
        {
            foreach (var link in sockets.Opened)
            {
                await link.DisposeAsync();
            }

            throw;
        }
    }

    // One device that does not answer does not keep the others from being tested.
    private static async Task<ImmutableArray<IDevice>> PlaceAsync(
        RigAssembly assembly, PlacedDevice device, SocketRack sockets, CancellationToken cancellation)
    {
        try
        {
            return await assembly.PlaceAsync(device, cancellation);
        }
        catch (RigException lost)
        {
            sockets.Add(new LostDevice(device.Plan.Name, lost.Message));
            return [];
        }
    }

    private static void Stop(Dictionary<DeviceHosting, IDeviceHost> hosts)
    {
        foreach (var host in hosts.Values)
        {
            host.Stop();
        }
    }

    private static void Start(Dictionary<DeviceHosting, IDeviceHost> hosts, Instant first)
    {
        foreach (var host in hosts.Values)
        {
            host.Start(first);
        }
    }
}
