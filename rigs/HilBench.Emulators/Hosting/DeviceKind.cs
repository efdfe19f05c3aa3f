using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>A kind of device that can be emulated: its links and how it is put together.</summary>
public sealed record DeviceKind
{
    private readonly Func<EmulatorSettings, bool> _isIn;
    private readonly Func<EventLoop, EmulatorSettings, LinkSet, Func<Instant, IDisposable>> _make;

    internal DeviceKind(
        string word,
        string block,
        Func<EmulatorSettings, bool> isIn,
        Func<EventLoop, EmulatorSettings, LinkSet, Func<Instant, IDisposable>> make,
        params ImmutableArray<LinkSlot> slots) =>
        (Word, Block, _isIn, _make, Slots) = (word, block, isIn, make, slots);

    /// <summary>How rig files and the command line write it, for example <c>signal-controller</c>.</summary>
    public string Word { get; }

    /// <summary>Its links.</summary>
    public ImmutableArray<LinkSlot> Slots { get; }

    /// <summary>Key of its block in the settings.</summary>
    internal string Block { get; }

    /// <summary>Makes the device on ports that are open; calling the result starts it, disposing what that gives switches it off.</summary>
    public Func<Instant, IDisposable> Make(EventLoop loop, EmulatorSettings settings, LinkSet links) => _make(loop, settings, links);

    /// <summary>The kind that settings are for.</summary>
    /// <exception cref="ArgumentException">They have no block of a device, or more than one.</exception>
    public static DeviceKind Of(EmulatorSettings settings)
    {
        var kinds = DeviceKinds.All.Where(kind => kind._isIn(settings)).ToArray();
        return kinds.Length == 1
            ? kinds[0]
            : throw new ArgumentException(
                $"expected exactly one of the blocks {string.Join(", ", DeviceKinds.All.Select(kind => kind.Block))}, which says what the device is; found {(kinds.Length == 0 ? "none" : string.Join(" and ", kinds.Select(kind => kind.Block)))}.",
                nameof(settings));
    }
}
