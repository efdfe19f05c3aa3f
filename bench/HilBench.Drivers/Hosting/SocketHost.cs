using System.Collections.Immutable;
using System.Net;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Emulators in the bench's own process, on sockets of this machine.</summary>
/// <param name="loop">The run's event loop.</param>
/// <param name="sockets">Opens and keeps the sockets.</param>
internal sealed class SocketHost(EventLoop loop, SocketRack sockets) : IDeviceHost
{
    private readonly List<Func<Instant, IDisposable>> _starts = [];

    public Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator)
    {
        var ports = ImmutableSortedDictionary.CreateBuilder<string, IDatagramPort>(StringComparer.Ordinal);
        var ends = ImmutableDictionary.CreateBuilder<string, LinkEnds>(StringComparer.Ordinal);
        var lines = ImmutableSortedDictionary.CreateBuilder<string, IStreamPort>(StringComparer.Ordinal);
        foreach (var slot in slots)
        {
            if (SerialOf(device.Plan, slot) is { } serial)
            {
                var terminal = sockets.Keep(PseudoTerminal.Open(loop, $"{device.Plan.Name}.{slot.Kind}"));
                lines.Add(slot.Kind, terminal);
                ends.Add(slot.Kind, sockets.OpenLine(device, slot.Kind, serial with { Port = terminal.SlavePath }));
                continue;
            }

            var (end, link) = Lay(device.Plan, slot);
            ports.Add(slot.Kind, end);
            ends.Add(slot.Kind, link);
        }

        var settings = emulator();
        _starts.Add(DeviceKind.Of(settings).Make(loop, settings, new LinkSet(ports.ToImmutable(), lines.ToImmutable())));
        return Task.FromResult(ends.ToImmutable());
    }

    public void Start(Instant first) => _starts.ForEach(start => start(first));

    /// <summary>The serial line that carries a link; null when sockets do.</summary>
    internal static SerialPlan? SerialOf(DevicePlan plan, LinkSlot slot) => slot.Kind == "gnss" ? (plan as OnBoardUnitPlan)?.Gnss : null;

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
