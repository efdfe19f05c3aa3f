using System.Collections.Immutable;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Emulators in the bench's own process, on wires in memory.</summary>
/// <param name="loop">The run's event loop.</param>
/// <param name="carriers">Watches the bench's ends of streams and brokers.</param>
internal sealed class MemoryHost(EventLoop loop, CarrierRack carriers) : IDeviceHost
{
    private static readonly TimeSpan WireDelay = TimeSpan.FromMicroseconds(200);

    private readonly MemoryBroker _broker = new(loop, WireDelay);
    private readonly List<Func<Instant, IDisposable>> _starts = [];
    private readonly List<IDisposable> _running = [];

    public Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator)
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
                case TcpPlan:
                    var stream = new MemoryStreamWire(loop, name, WireDelay);
                    lines.Add(slot.Kind, stream.A);
                    ends.Add(slot.Kind, carriers.Line(device, slot, stream.B));
                    break;
                case BrokerPlan:
                    ends.Add(slot.Kind, carriers.Bus(device, slot, _broker.Connect(name)));
                    buses.Add(slot.Kind, _broker.Connect($"{name}.device"));
                    break;
                default:
                    var wire = new MemoryWire(loop, name, WireDelay);
                    ports.Add(slot.Kind, wire.A);
                    ends.Add(slot.Kind, new LinkEnds(wire.B, DeclaredEndpoint.Device(device.Index, slot.Kind), DeclaredEndpoint.Bench(slot.Kind)));
                    break;
            }
        }

        var settings = emulator();
        _starts.Add(DeviceKind.Of(settings).Make(loop, settings, new LinkSet(ports.ToImmutable(), lines.ToImmutable()) { Buses = buses.ToImmutable() }));
        return Task.FromResult(ends.ToImmutable());
    }

    public void Start(Instant first) => _running.AddRange(_starts.Select(start => start(first)));

    public void Stop()
    {
        _running.ForEach(device => device.Dispose());
        _running.Clear();
    }
}
