using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>The open ports of one emulator, by kind of link.</summary>
public sealed class LinkSet(ImmutableSortedDictionary<string, IDatagramPort> ports)
{
    /// <summary>The port of a link that the device needs.</summary>
    public IDatagramPort this[string kind] => ports[kind];

    /// <summary>The port of a link that the device may have; null when the settings do not name it.</summary>
    public IDatagramPort? Find(string kind) => ports.GetValueOrDefault(kind);

    /// <summary>Ports in memory that nobody is at the other end of.</summary>
    public static LinkSet Nowhere(EventLoop loop, DeviceKind kind) =>
        new(kind.Slots.ToImmutableSortedDictionary(slot => slot.Kind, slot => (IDatagramPort)new MemoryWire(loop, slot.Kind, TimeSpan.Zero).A, StringComparer.Ordinal));
}
