using System.Collections.Immutable;
using System.Net;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Emulators in the bench's own process, on sockets of this machine.</summary>
/// <param name="loop">The run's event loop.</param>
/// <param name="sockets">Opens and keeps the sockets.</param>
/// <param name="carriers">Opens the bench's ends of other carriers.</param>
internal sealed class SocketHost(EventLoop loop, SocketRack sockets, CarrierRack carriers) : IDeviceHost
{
    private readonly List<Func<Instant, IDisposable>> _starts = [];
    private readonly List<IDisposable> _running = [];

    public async Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator)
    {
        var ports = ImmutableSortedDictionary.CreateBuilder<string, IDatagramPort>(StringComparer.Ordinal);
        var lines = ImmutableSortedDictionary.CreateBuilder<string, IStreamPort>(StringComparer.Ordinal);
        var buses = ImmutableSortedDictionary.CreateBuilder<string, IMessageBus>(StringComparer.Ordinal);
        var ends = ImmutableDictionary.CreateBuilder<string, LinkEnds>(StringComparer.Ordinal);
        foreach (var slot in slots)
        {
            var name = $"{device.Plan.Name}.{slot.Kind}";
            switch (device.Plan.Carriers.GetValueOrDefault(slot.Kind))
            {
                case null:
                    var (end, link) = Lay(device.Plan, slot);
                    ports.Add(slot.Kind, end);
                    ends.Add(slot.Kind, link);
                    break;
                case SerialPlan serial:
                    var terminal = sockets.Keep(PseudoTerminal.Open(loop, name));
                    lines.Add(slot.Kind, terminal);
                    ends.Add(slot.Kind, await carriers.OpenAsync(device, slot, serial with { Port = terminal.SlavePath }));
                    break;
                case TcpPlan tcp:
                    var (connection, bench) = await ConnectAsync(device, slot, tcp);
                    lines.Add(slot.Kind, connection);
                    ends.Add(slot.Kind, bench);
                    break;
                case BrokerPlan broker:
                    ends.Add(slot.Kind, await carriers.OpenAsync(device, slot, broker));
                    buses.Add(slot.Kind, sockets.Keep(CarrierRack.Bus(loop, $"{name}.device", broker)));
                    break;
                case { } network:
                    ends.Add(slot.Kind, await carriers.OpenAsync(device, slot, network));
                    ports.Add(slot.Kind, Join(name, network));
                    break;
            }
        }

        var settings = emulator();
        _starts.Add(DeviceKind.Of(settings).Make(loop, settings, new LinkSet(ports.ToImmutable(), lines.ToImmutable()) { Buses = buses.ToImmutable() }));
        return ends.ToImmutable();
    }

    public void Start(Instant first) => _running.AddRange(_starts.Select(start => start(first)));

    public void Stop()
    {
        _running.ForEach(device => device.Dispose());
        _running.Clear();
    }

    // The device listens, the bench connects: as with a real one.
    private async Task<(IStreamPort Device, LinkEnds Bench)> ConnectAsync(PlacedDevice device, LinkSlot slot, TcpPlan tcp)
    {
        var server = sockets.Keep(TcpServer.Open(loop, $"{device.Plan.Name}.{slot.Kind}", new IPEndPoint(IPAddress.Parse(tcp.Host), tcp.Port)));
        var accepted = new TaskCompletionSource<IStreamPort>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Accepted = connection => accepted.TrySetResult(connection);
        var bench = await carriers.OpenAsync(device, slot, tcp with { Port = server.Local.Port });
        return (await accepted.Task, bench);
    }

    private IDatagramPort Join(string name, CarrierPlan network)
    {
        try
        {
            return network switch
            {
                MulticastPlan multicast => sockets.Keep(CarrierRack.Multicast(loop, $"{name}.device", multicast)),
                EthernetPlan ethernet => sockets.Keep(EthernetPort.Open(loop, $"{name}.device", ethernet.DeviceInterface!, CarrierRack.EtherTypes)),
                _ => throw new InvalidOperationException($"No emulator on {network.GetType().Name}."),
            };
        }
        catch (LinkException fault)
        {
            throw new RigException(fault.Message, fault);
        }
    }

    private (IDatagramPort Device, LinkEnds Bench) Lay(DevicePlan plan, LinkSlot slot)
    {
        var name = $"{plan.Name}.{slot.Kind}";
        var host = IPAddress.Parse(plan.Address.Host);
        var deviceLocal = new IPEndPoint(host, plan.Address.Port(slot.Kind));
        var benchLocal = new IPEndPoint(host, plan.Bench?.Port(slot.Kind) ?? 0);
        if (slot.Use == LinkUse.Listens)
        {
            var device = sockets.Open(name, deviceLocal, null);
            var bench = sockets.Open(name, benchLocal, device.Local);
            return (device, new LinkEnds(sockets.Watch(bench, plan.Name), device.Local, bench.Local));
        }

        var listener = sockets.Open(name, benchLocal, null);
        var sender = sockets.Open(name, deviceLocal, listener.Local);
        return (sender, new LinkEnds(sockets.Watch(listener, plan.Name), sender.Local, listener.Local));
    }
}
