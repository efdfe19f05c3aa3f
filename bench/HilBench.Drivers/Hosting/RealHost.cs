using System.Collections.Immutable;
using System.Net;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Devices of their own: only the bench's ends are opened, at the addresses of the rig file.</summary>
/// <param name="sockets">Opens and keeps the sockets.</param>
/// <param name="carriers">Opens the bench's ends of other carriers.</param>
internal sealed class RealHost(SocketRack sockets, CarrierRack carriers) : IDeviceHost
{
    public async Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator)
    {
        var ends = ImmutableDictionary.CreateBuilder<string, LinkEnds>(StringComparer.Ordinal);
        foreach (var slot in slots)
        {
            ends.Add(slot.Kind, device.Plan.Carriers.TryGetValue(slot.Kind, out var carrier) ? await carriers.OpenAsync(device, slot, carrier) : Lay(device.Plan, slot));
        }

        return ends.ToImmutable();
    }

    public void Start(Instant first)
    {
        // They run already.
    }

    public void Stop()
    {
        // They run on.
    }

    private LinkEnds Lay(DevicePlan plan, LinkSlot slot)
    {
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
