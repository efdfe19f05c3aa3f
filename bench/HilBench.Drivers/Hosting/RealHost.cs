using System.Collections.Immutable;
using System.Net;
using HilBench.Emulators.Hosting;
using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>Devices of their own: only the bench's ends are opened, at the addresses of the rig file.</summary>
/// <param name="sockets">Opens and keeps the sockets.</param>
internal sealed class RealHost(SocketRack sockets) : IDeviceHost
{
    public Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator) =>
        Task.FromResult(slots.ToImmutableDictionary(slot => slot.Kind, slot => Lay(device, slot), StringComparer.Ordinal));

    public void Start(Instant first)
    {
        // They run already.
    }

    private LinkEnds Lay(PlacedDevice placed, LinkSlot slot)
    {
        var plan = placed.Plan;
        if (SocketHost.SerialOf(plan, slot) is { } serial)
        {
            return sockets.OpenLine(placed, slot.Kind, serial);
        }

        var name = $"{plan.Name}.{slot.Kind}";
        var usual = plan.Address.Port(slot.Kind);
        var device = new IPEndPoint(IPAddress.Parse(plan.Address.Host), usual == 0 ? slot.UsualPort : usual);
        var any = device.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;
        if (slot.Use == LinkUse.Listens)
        {
            var sender = sockets.Open(name, new IPEndPoint(any, 0), device);
            return new LinkEnds(sockets.Watch(sender, plan.Name), device, sender.Local);
        }

        var listen = plan.Bench?.Port(slot.Kind) ?? 0;
        var host = plan.Bench is { } bench ? IPAddress.Parse(bench.Host) : any;
        var listener = sockets.Open(name, new IPEndPoint(host, listen == 0 ? slot.UsualPort : listen), null);
        return new LinkEnds(sockets.Watch(listener, plan.Name), device, listener.Local);
    }
}
