using System.Net;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ethernet;

namespace HilBench.Drivers.Hosting;

/// <summary>Puts taps on the bench's ends of links.</summary>
/// <param name="loop">The loop that they are on.</param>
/// <param name="sink">Takes what the taps observe.</param>
internal sealed class RigTaps(EventLoop loop, Action<TapFrame> sink)
{
    private StampSource Stamps => loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;

    /// <summary>A tap on a link of UDP datagrams.</summary>
    public IDatagramPort Datagrams(PlacedDevice device, string kind, string description, LinkEnds ends, bool memory)
    {
        var tap = new TapInterface($"{device.Plan.Name}.{kind}", LinkLayer.RawIp, Stamps, $"{description}, UDP {(memory ? "in memory" : "on a socket")}");
        return new TappedPort(
            ends.Bench,
            tap,
            (direction, datagram) => direction == Direction.FromDevice
                ? Packet(ends.DeviceAddress, ends.BenchAddress, datagram)
                : Packet(ends.BenchAddress, ends.DeviceAddress, datagram),
            sink).Listen();
    }

    /// <summary>A tap on the stand-in for an air interface: a link that carries Ethernet frames.</summary>
    public void Air(PlacedDevice device, LinkEnds ends, bool memory)
    {
        var carrier = memory ? "in memory" : "over UDP";
        var tap = new TapInterface($"{device.Plan.Name}.air", LinkLayer.Ethernet, Stamps, $"Air interface, stand-in: Ethernet frames {carrier}");
        new TappedPort(ends.Bench, tap, (_, frame) => frame, sink).Listen();
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
