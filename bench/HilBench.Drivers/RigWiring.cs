using System.Net;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ethernet;

namespace HilBench.Drivers;

/// <summary>Lays the links of a rig, in memory or over UDP, with a tap at the bench's end.</summary>
/// <param name="loop">The loop that they are on.</param>
/// <param name="links">What carries the bytes.</param>
/// <param name="sink">Takes what the taps observe.</param>
internal sealed class RigWiring(EventLoop loop, LinkKind links, Action<TapFrame> sink)
{
    private static readonly TimeSpan WireDelay = TimeSpan.FromMicroseconds(200);

    private readonly List<IAsyncDisposable> _opened = [];
    private readonly List<IDeviceWatch> _watches = [];

    /// <summary>What was opened so far.</summary>
    public IReadOnlyList<IAsyncDisposable> Opened => _opened;

    /// <summary>What tells of devices that were lost.</summary>
    public IReadOnlyList<IDeviceWatch> Watches => _watches;

    private StampSource Stamps => loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;

    /// <summary>Lays a link on which the device sends and the bench listens.</summary>
    /// <param name="device">The device, with its place in the rig.</param>
    /// <param name="kind">Kind of link, for example <c>spat</c>.</param>
    /// <param name="description">What is observed on it.</param>
    /// <returns>The device's end, and the bench's end with its tap.</returns>
    public (IDatagramPort Device, IDatagramPort Bench) FromDevice(PlacedDevice device, string kind, string description)
    {
        var (end, bench, endpoints) = Lay(device, kind, benchSends: false);
        return (end, Tap(bench, device, kind, description, endpoints));
    }

    /// <summary>Lays a link on which the bench sends and the device listens.</summary>
    /// <returns>The device's end, and the bench's end with its tap.</returns>
    public (IDatagramPort Device, IDatagramPort Bench) ToDevice(PlacedDevice device, string kind, string description)
    {
        var (end, bench, endpoints) = Lay(device, kind, benchSends: true);
        return (end, Tap(bench, device, kind, description, endpoints));
    }

    /// <summary>Lays a link on which the bench passes on what it observed on another tap already.</summary>
    /// <returns>The device's end and the bench's end.</returns>
    public (IDatagramPort Device, IDatagramPort Bench) Relay(PlacedDevice device, string kind)
    {
        var (end, bench, _) = Lay(device, kind, benchSends: true);
        return (end, bench);
    }

    /// <summary>Lays the stand-in for the device's air interface: a link that carries Ethernet frames.</summary>
    /// <returns>The device's end, and the bench's end with its tap.</returns>
    public (IDatagramPort Device, IDatagramPort Bench) Air(PlacedDevice device)
    {
        var (end, bench, _) = Lay(device, "air", benchSends: false);
        var tap = new TapInterface($"{device.Plan.Name}.air", LinkLayer.Ethernet, Stamps, $"Air interface, stand-in: Ethernet frames {Carrier}");
        return (end, new TappedPort(bench, tap, (_, frame) => frame, sink).Listen());
    }

    private string Carrier => links == LinkKind.Memory ? "in memory" : "over UDP";

    private (IDatagramPort Device, IDatagramPort Bench, (IPEndPoint Device, IPEndPoint Bench) Endpoints) Lay(PlacedDevice device, string kind, bool benchSends)
    {
        var name = $"{device.Plan.Name}.{kind}";
        if (links == LinkKind.Memory)
        {
            var wire = new MemoryWire(loop, name, WireDelay);
            return (wire.A, wire.B, (DeclaredEndpoint.Device(device.Index, kind), DeclaredEndpoint.Bench(kind)));
        }

        var host = IPAddress.Parse(device.Plan.Address.Host);
        var deviceLocal = new IPEndPoint(host, device.Plan.Address.Port(kind));
        var benchLocal = new IPEndPoint(host, 0);
        var listener = Open(name, benchSends ? deviceLocal : benchLocal, null);
        var sender = Open(name, benchSends ? benchLocal : deviceLocal, listener.Local);
        return benchSends
            ? (listener, Watch(sender, device), (listener.Local, sender.Local))
            : (sender, listener, (sender.Local, listener.Local));
    }

    private WatchedPort Watch(IDatagramPort bench, PlacedDevice device)
    {
        var watched = new WatchedPort(bench, device.Plan.Name, loop);
        _watches.Add(watched);
        return watched;
    }

    private UdpPort Open(string name, IPEndPoint local, IPEndPoint? remote)
    {
        var port = UdpPort.Open(loop, name, local, remote);
        _opened.Add(port);
        return port;
    }

    private TappedPort Tap(IDatagramPort bench, PlacedDevice device, string kind, string description, (IPEndPoint Device, IPEndPoint Bench) endpoints)
    {
        var tap = new TapInterface($"{device.Plan.Name}.{kind}", LinkLayer.RawIp, Stamps, $"{description}, UDP {(links == LinkKind.Memory ? "in memory" : "on a socket")}");
        return new TappedPort(
            bench,
            tap,
            (direction, datagram) => direction == Direction.FromDevice
                ? Packet(endpoints.Device, endpoints.Bench, datagram)
                : Packet(endpoints.Bench, endpoints.Device, datagram),
            sink).Listen();
    }

    private static byte[] Packet(IPEndPoint source, IPEndPoint destination, ReadOnlyMemory<byte> datagram) => new UdpPacket
    {
        Source = source.Address,
        Destination = destination.Address,
        SourcePort = (ushort)source.Port,
        DestinationPort = (ushort)destination.Port,
        Payload = datagram,
    }.Encode();
}
