using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>The bench's ends of one device's links, to put taps on and drivers behind.</summary>
/// <param name="Device">The device.</param>
/// <param name="Ends">The ends by kind of link.</param>
/// <param name="Memory">Whether its datagrams go by wires in memory.</param>
/// <param name="Taps">Puts taps on the ends.</param>
/// <param name="Medium">What lets units hear one another.</param>
internal sealed record Wiring(PlacedDevice Device, ImmutableDictionary<string, LinkEnds> Ends, bool Memory, RigTaps Taps, AirMedium Medium)
{
    /// <summary>Whether the device has a link.</summary>
    public bool Has(string kind) => Ends.ContainsKey(kind);

    /// <summary>A link of datagrams, with its tap.</summary>
    public IDatagramPort Datagrams(string kind, string description) => Taps.Datagrams(Device, kind, description, Ends[kind], Memory);

    /// <summary>A link that is a stream, with its tap.</summary>
    public IStreamPort Line(string kind, string description) => Taps.Line(Device, kind, description, Ends[kind].Line!);

    /// <summary>A link over a broker, with its tap.</summary>
    public IMessageBus Bus(string kind, string description) => Taps.Bus(Device, kind, description, Ends[kind].Bus!);

    /// <summary>The stand-in for the air, with its tap.</summary>
    public AirFeed Air()
    {
        var feed = Taps.Air(Device, Ends["air"], Memory);
        Medium.Join(Device.Plan, feed);
        return feed;
    }
}
