using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>The open ports of one emulator, by kind of link.</summary>
/// <param name="ports">Those that carry datagrams.</param>
/// <param name="lines">Those that carry streams; null for none.</param>
public sealed class LinkSet(ImmutableSortedDictionary<string, IDatagramPort> ports, ImmutableSortedDictionary<string, IStreamPort>? lines = null)
{
    /// <summary>Clients of message brokers, by kind of link; null for none.</summary>
    public ImmutableSortedDictionary<string, IMessageBus>? Buses { get; init; }

    /// <summary>The port of a link that the device needs.</summary>
    public IDatagramPort this[string kind] => ports[kind];

    /// <summary>The port of a link that the device may have; null when the settings do not name it.</summary>
    public IDatagramPort? Find(string kind) => ports.GetValueOrDefault(kind);

    /// <summary>The stream of a link that the device may have; null when it has none.</summary>
    public IStreamPort? FindLine(string kind) => lines?.GetValueOrDefault(kind);

    /// <summary>The broker's client of a link that the device may have; null when it has none.</summary>
    public IMessageBus? FindBus(string kind) => Buses?.GetValueOrDefault(kind);

    /// <summary>Ports in memory that nobody is at the other end of.</summary>
    public static LinkSet Nowhere(EventLoop loop, DeviceKind kind) =>
        new(kind.Slots.ToImmutableSortedDictionary(slot => slot.Kind, slot => (IDatagramPort)new MemoryWire(loop, slot.Kind, TimeSpan.Zero).A, StringComparer.Ordinal));
}
