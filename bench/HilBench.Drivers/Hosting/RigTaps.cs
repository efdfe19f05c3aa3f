using System.Net;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.OpenV2X;
using HilBench.Wire.Ethernet;

namespace HilBench.Drivers.Hosting;

/// <summary>Puts taps on the bench's ends of links.</summary>
/// <param name="loop">The loop that they are on.</param>
/// <param name="sink">Takes what the taps observe.</param>
internal sealed class RigTaps(EventLoop loop, Action<TapFrame> sink)
{
    /// <summary>A tap on a link of UDP datagrams.</summary>
    public IDatagramPort Datagrams(PlacedDevice device, string kind, string description, LinkEnds ends, bool memory)
    {
        var tap = new TapInterface($"{device.Plan.Name}.{kind}", LinkLayer.RawIp, Stamps(ends), $"{description}, UDP {(memory ? "in memory" : "on a socket")}");
        return new TappedPort(
            ends.Bench,
            tap,
            (direction, datagram) => direction == Direction.FromDevice
                ? Packet(ends.DeviceAddress, ends.BenchAddress, datagram)
                : Packet(ends.BenchAddress, ends.DeviceAddress, datagram),
            sink).Listen();
    }

    /// <summary>A tap on a stream: what passes is recorded as datagrams between addresses of the documentation block.</summary>
    public IStreamPort Line(PlacedDevice device, string kind, string description, IStreamPort line)
    {
        var carrier = line is TcpPort ? "TCP" : loop.Clock == ClockKind.Virtual ? "stream in memory" : "serial line; its stamps are no evidence of latency";
        var tap = new TapInterface($"{device.Plan.Name}.{kind}", LinkLayer.RawIp, loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace, $"{description}, {carrier}");
        var (unit, bench) = (DeclaredEndpoint.Device(device.Index, kind), DeclaredEndpoint.Bench(kind));
        return new TappedLine(
            line,
            tap,
            (direction, octets) => direction == Direction.FromDevice ? Packet(unit, bench, octets) : Packet(bench, unit, octets),
            sink).Listen();
    }

    /// <summary>A tap on a broker's client: each message is recorded as the PUBLISH packet of MQTT 3.1.1, in a datagram between addresses of the documentation block.</summary>
    public IMessageBus Bus(PlacedDevice device, string kind, string description, IMessageBus bus)
    {
        var stamps = loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;
        var tap = new TapInterface($"{device.Plan.Name}.{kind}", LinkLayer.RawIp, stamps, $"{description}, MQTT messages as PUBLISH packets");
        var (unit, bench) = (DeclaredEndpoint.Device(device.Index, kind), DeclaredEndpoint.Bench(kind));
        return new TappedBus(
            bus,
            tap,
            (direction, topic, payload) => direction == Direction.FromDevice
                ? Packet(unit, bench, MqttPublish.Encode(topic, payload.Span))
                : Packet(bench, unit, MqttPublish.Encode(topic, payload.Span)),
            sink);
    }

    /// <summary>A tap on the stand-in for an air interface: a link that carries Ethernet frames, or copies of them in a form of the unit's own.</summary>
    public AirFeed Air(PlacedDevice device, LinkEnds ends, bool memory)
    {
        var feed = new AirFeed();
        if (ends.Copies is { } copies)
        {
            AirCopies.Observe(copies, device.Plan.Name, ends.Skip, sink, feed.Take);
            return feed;
        }

        var carrier = device.Plan.Carriers.GetValueOrDefault("air") switch
        {
            EthernetPlan ethernet => $"on interface {ethernet.Interface}",
            MulticastPlan multicast => $"to the multicast group {multicast.Group} port {multicast.Port}",
            _ => memory ? "in memory" : "over UDP",
        };
        var tap = new TapInterface($"{device.Plan.Name}.air", LinkLayer.Ethernet, Stamps(ends), $"Air interface, stand-in: Ethernet frames {carrier}");
        var port = new TappedPort(ends.Bench, tap, (_, frame) => frame, sink) { Received = feed.Take };
        feed.Send = frame => port.Send(frame);
        return feed;
    }

    // What arrives is stamped where the carrier can; what leaves, by whoever sends it.
    private StampSource Stamps(LinkEnds ends) =>
        loop.Clock == ClockKind.Virtual ? StampSource.Virtual : (ends.Bench as WatchedPort)?.Stamps ?? StampSource.UserSpace;

    private static byte[] Packet(IPEndPoint source, IPEndPoint destination, ReadOnlyMemory<byte> datagram) => new UdpPacket
    {
        Source = source.Address,
        Destination = destination.Address,
        SourcePort = (ushort)source.Port,
        DestinationPort = (ushort)destination.Port,
        Payload = datagram,
    }.Encode();
}
