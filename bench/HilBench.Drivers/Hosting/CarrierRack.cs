using System.Net;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Csae;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Ieee1609;

namespace HilBench.Drivers.Hosting;

/// <summary>Opens the bench's ends of links that are no datagrams of their own over UDP. What cannot be opened is the fault of one device of the rig.</summary>
/// <param name="loop">The loop that they are on.</param>
/// <param name="sockets">Keeps what is opened.</param>
internal sealed class CarrierRack(EventLoop loop, SocketRack sockets)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>EtherTypes of V2X frames.</summary>
    public static ushort[] EtherTypes { get; } = [WsmpMessage.EtherType, GeoNetworkingPacket.EtherType, DsmpPacket.EtherType];

    /// <summary>Opens the bench's end.</summary>
    /// <exception cref="RigException">It could not be opened; the message says where and what to do.</exception>
    public async Task<LinkEnds> OpenAsync(PlacedDevice device, LinkSlot slot, CarrierPlan carrier)
    {
        var name = $"{device.Plan.Name}.{slot.Kind}";
        try
        {
            return carrier switch
            {
                SerialPlan serial => sockets.OpenLine(device, slot.Kind, serial),
                TcpPlan tcp => Line(device, slot, await TcpPort.ConnectAsync(loop, name, Remote(tcp, slot), Patience)),
                BrokerPlan broker => await BusAsync(device, slot, broker),
                EthernetPlan ethernet => Datagrams(device, slot, sockets.Keep(EthernetPort.Open(loop, name, ethernet.Interface, EtherTypes))),
                MulticastPlan multicast => Datagrams(device, slot, sockets.Keep(Multicast(loop, name, multicast))),
                CopiesPlan copies => Copies(device, slot, copies),
                _ => throw new InvalidOperationException($"No carrier {carrier.GetType().Name}."),
            };
        }
        catch (LinkException fault)
        {
            throw new RigException(fault.Message, fault);
        }
    }

    /// <summary>A member of a group.</summary>
    public static MulticastPort Multicast(EventLoop loop, string name, MulticastPlan plan) =>
        MulticastPort.Open(loop, name, IPAddress.Parse(plan.Interface), new IPEndPoint(IPAddress.Parse(plan.Group), plan.Port));

    /// <summary>A client of a broker.</summary>
    /// <exception cref="RigException">The password cannot be fetched.</exception>
    public static MqttBus Bus(EventLoop loop, string name, BrokerPlan broker) => MqttBus.Open(
        loop, name, new MqttBusSettings(broker.Host, broker.Port, $"{name}.{Guid.NewGuid():N}"[..Math.Min(60, name.Length + 9)])
        {
            User = broker.User,
            Password = broker.Password?.Resolve().Reveal(),
        });

    /// <summary>The bench's end of a stream.</summary>
    public LinkEnds Line(PlacedDevice device, LinkSlot slot, IStreamPort line)
    {
        var watch = new LineWatch(device.Plan.Name);
        sockets.Keep(line).Closed = watch.Close;
        sockets.Add(watch);
        return Ends(device, slot) with { Line = line, LineWatch = watch };
    }

    /// <summary>The bench's end of a broker.</summary>
    public LinkEnds Bus(PlacedDevice device, LinkSlot slot, IMessageBus bus) => Ends(device, slot) with { Bus = bus };

    private async Task<LinkEnds> BusAsync(PlacedDevice device, LinkSlot slot, BrokerPlan broker)
    {
        var bus = sockets.Keep(Bus(loop, $"{device.Plan.Name}.{slot.Kind}", broker));
        await bus.WaitAsync(Patience);
        return Bus(device, slot, bus);
    }

    private LinkEnds Datagrams(PlacedDevice device, LinkSlot slot, IDatagramPort port) =>
        Ends(device, slot) with { Bench = sockets.Watch(port, device.Plan.Name) };

    private LinkEnds Copies(PlacedDevice device, LinkSlot slot, CopiesPlan copies)
    {
        var host = IPAddress.Parse(device.Plan.Bench?.Host ?? "0.0.0.0");
        var port = sockets.Open($"{device.Plan.Name}.{slot.Kind}", new IPEndPoint(host, device.Plan.Bench?.Port(slot.Kind) is > 0 and var said ? said : slot.UsualPort), null);
        return Ends(device, slot) with { Copies = port, Skip = copies.Skip };
    }

    private static IPEndPoint Remote(TcpPlan tcp, LinkSlot slot) => new(IPAddress.Parse(tcp.Host), tcp.Port == 0 ? slot.UsualPort : tcp.Port);

    // Carriers without addresses of UDP are recorded between addresses of the documentation block.
    private LinkEnds Ends(PlacedDevice device, LinkSlot slot) => new(
        new MemoryWire(loop, $"{device.Plan.Name}.{slot.Kind}", TimeSpan.Zero).A,
        DeclaredEndpoint.Device(device.Index, slot.Kind),
        DeclaredEndpoint.Bench(slot.Kind));
}
