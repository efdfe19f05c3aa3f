using System.Net;
using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>
/// A stand-in for the radio that needs no privileges: whole Ethernet frames as datagrams to a multicast group. Everybody who joined hears everybody,
/// on this machine too; what the port itself sends does not arrive. The form is that of vanetza's socktap.
/// </summary>
public sealed class MulticastPort : ISocketPort
{
    private const int BufferOctets = 4 << 20;

    private readonly EventLoop _loop;
    private readonly Socket _sending;
    private readonly UdpReceiver _receiver;
    private readonly IPEndPoint _group;
    private readonly IPEndPoint _self;
    private int _unreachable;
    private bool _closed;

    private MulticastPort(EventLoop loop, string name, Socket listening, Socket sending, IPEndPoint group)
    {
        (_loop, _sending, _group, Name) = (loop, sending, group, name);
        _self = (IPEndPoint)sending.LocalEndPoint!;
        _receiver = new UdpReceiver(loop, $"{name}: receiving from {group}", listening, Deliver, () => Interlocked.Increment(ref _unreachable), kernelStamps: true);
    }

    /// <summary>Group and port of vanetza's socktap.</summary>
    public static IPEndPoint DefaultGroup { get; } = new(IPAddress.Parse("239.118.122.97"), 8947);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public StampSource Stamps => _receiver.Stamps;

    /// <inheritdoc/>
    public long? Dropped => _receiver.Dropped;

    /// <summary>How often there was no way to the group.</summary>
    public int Unreachable => _unreachable;

    /// <inheritdoc/>
    public Action<Datagram>? Received { get; set; }

    /// <summary>Joins a group.</summary>
    /// <param name="loop">Loop on which <see cref="Received"/> is called.</param>
    /// <param name="name">Name for messages, for example <c>obu1.air</c>.</param>
    /// <param name="interfaceAddress">IPv4 address of the network interface to use: never left to the routing table, which differs in containers.</param>
    /// <param name="group">Group and port; null for <see cref="DefaultGroup"/>.</param>
    /// <exception cref="LinkException">The interface or the group cannot be used.</exception>
    public static MulticastPort Open(EventLoop loop, string name, IPAddress interfaceAddress, IPEndPoint? group = null)
    {
        group ??= DefaultGroup;
        if (interfaceAddress.AddressFamily != AddressFamily.InterNetwork || group.AddressFamily != AddressFamily.InterNetwork || group.Address.GetAddressBytes()[0] is < 224 or > 239)
        {
            throw new LinkException($"{name}: {group.Address} on {interfaceAddress} is no multicast group of IPv4; groups are 224.0.0.0 to 239.255.255.255, for example {DefaultGroup.Address}.");
        }

        var listening = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var sending = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            // Others on this machine may have joined too. Bound to the group, so that nothing else that comes to the port gets in.
            listening.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listening.ReceiveBufferSize = BufferOctets;
            listening.Bind(OperatingSystem.IsWindows() ? new IPEndPoint(IPAddress.Any, group.Port) : group);
            listening.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(group.Address, interfaceAddress));
            sending.SendBufferSize = BufferOctets;
            sending.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, interfaceAddress.GetAddressBytes());
            sending.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastLoopback, true);
            sending.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, 1);
            sending.Bind(new IPEndPoint(interfaceAddress, 0));
        }
        catch (SocketException exception)
        {
            listening.Dispose();
            sending.Dispose();
            throw new LinkException(
                $"{name}: could not join {group} on {interfaceAddress}: {exception.Message}. Give the address of an interface of this machine that is up (ip address); "
                + $"the port must not be used without sharing (ss -ulpn | grep {group.Port}).",
                exception);
        }

        return new MulticastPort(loop, name, listening, sending, group);
    }

    /// <inheritdoc/>
    /// <param name="datagram">A whole Ethernet frame, without preamble and check sequence.</param>
    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        var stamp = new Stamp(_loop.Now, StampSource.UserSpace);
        try
        {
            _sending.SendTo(datagram.Span, _group);
        }
        catch (SocketException exception) when (UdpReceiver.IsUnreachable(exception.SocketErrorCode))
        {
            Interlocked.Increment(ref _unreachable);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            throw new LinkException($"{Name}: could not send {datagram.Length} octets to {_group}: {exception.Message}. Check the interface (ip address).", exception);
        }

        return stamp;
    }

    /// <inheritdoc/>
    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer) => Send(answer);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_closed)
        {
            _closed = true;
            _receiver.End();
            _sending.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private void Deliver(Datagram datagram)
    {
        if (!_self.Equals(datagram.From))
        {
            Received?.Invoke(datagram);
        }
    }
}
