using System.Collections.Immutable;
using HilBench.Emulators.Hosting;
using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>Emulators in the bench's own process, on wires in memory.</summary>
/// <param name="loop">The run's event loop.</param>
internal sealed class MemoryHost(EventLoop loop) : IDeviceHost
{
    private static readonly TimeSpan WireDelay = TimeSpan.FromMicroseconds(200);

    private readonly List<Func<Instant, IDisposable>> _starts = [];

    public Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator)
    {
        var wires = slots.ToDictionary(slot => slot.Kind, slot => new MemoryWire(loop, $"{device.Plan.Name}.{slot.Kind}", WireDelay), StringComparer.Ordinal);
        var settings = emulator();
        var ports = wires.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.A, StringComparer.Ordinal);
        _starts.Add(DeviceKind.Of(settings).Make(loop, settings, new LinkSet(ports)));
        return Task.FromResult(wires.ToImmutableDictionary(
            pair => pair.Key,
            pair => new LinkEnds(pair.Value.B, DeclaredEndpoint.Device(device.Index, pair.Key), DeclaredEndpoint.Bench(pair.Key)),
            StringComparer.Ordinal));
    }

    public void Start(Instant first) => _starts.ForEach(start => start(first));
}
