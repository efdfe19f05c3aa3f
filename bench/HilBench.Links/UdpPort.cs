using System.Net;
using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>A UDP socket. What arrives is stamped by the kernel where it can, else at once in user space, and handed over to the event loop.</summary>
public sealed class UdpPort : ISocketPort
{
    private const int BufferOctets = 4 << 20;

    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly UdpReceiver _receiver;
    private readonly IPEndPoint? _remote;
    private int _unreachable;

    private UdpPort(EventLoop loop, string name, Socket socket, IPEndPoint? remote, bool kernelStamps)
    {
        _loop = loop;
        _socket = socket;
        _remote = remote;
        Name = name;
        Local = (IPEndPoint)socket.LocalEndPoint!;
        _receiver = new UdpReceiver(loop, $"{name}: receiving on {Local}", socket, Deliver, () => Interlocked.Increment(ref _unreachable), kernelStamps);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Address and port that the socket is bound to.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Where <see cref="Send(ReadOnlyMemory{byte})"/> sends to; null for a socket that only receives.</summary>
    public IPEndPoint? Remote => _remote;

    /// <inheritdoc/>
    public StampSource Stamps => _receiver.Stamps;

    /// <inheritdoc/>
    public long? Dropped => _receiver.Dropped;

    /// <summary>How often the network said that nobody listens at the remote port, or that there is no way there.</summary>
    public int Unreachable => _unreachable;

    /// <inheritdoc/>
    public Action<Datagram>? Received { get; set; }

    /// <summary>Opens a socket.</summary>
    /// <param name="loop">Loop on which <see cref="Received"/> is called.</param>
    /// <param name="name">Name for messages, for example <c>rsu1.ifm</c>.</param>
    /// <param name="local">Address and port to bind; port 0 takes a free one.</param>
    /// <param name="remote">Where <see cref="Send(ReadOnlyMemory{byte})"/> sends to; null for a socket that only receives, from anybody.</param>
    /// <exception cref="LinkException">The port is in use or the address is not of this machine.</exception>
    public static UdpPort Open(EventLoop loop, string name, IPEndPoint local, IPEndPoint? remote) => Open(loop, name, local, remote, kernelStamps: true);

    /// <summary>Opens a socket, if wanted without kernel stamps, as on machines that have none.</summary>
    internal static UdpPort Open(EventLoop loop, string name, IPEndPoint local, IPEndPoint? remote, bool kernelStamps)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = BufferOctets;
            socket.SendBufferSize = BufferOctets;
            socket.Bind(local);
            if (remote is not null)
            {
                // Connected, so that the network's "nobody listens there" reaches us, and no stranger's datagram does.
                socket.Connect(remote);
            }
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new LinkException(BindFailure(name, local, exception), exception);
        }

        return new UdpPort(loop, name, socket, remote, kernelStamps);
    }

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        if (_remote is null)
        {
            throw new LinkException($"{Name} at {Local} has no remote address to send to: give the device's host and port in the rig file.");
        }

        return Send(datagram, _remote);
    }

    /// <inheritdoc/>
    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer) =>
        request.From is { } client
            ? Send(answer, client)
            : throw new LinkException($"{Name} at {Local}: the datagram to answer did not come from a socket.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _receiver.End();
        return ValueTask.CompletedTask;
    }

    private Stamp Send(ReadOnlyMemory<byte> datagram, IPEndPoint to)
    {
        var stamp = new Stamp(_loop.Now, StampSource.UserSpace);
        try
        {
            if (to.Equals(_remote))
            {
                _socket.Send(datagram.Span);
            }
            else
            {
                _socket.SendTo(datagram.Span, to);
            }
        }
        catch (SocketException exception) when (UdpReceiver.IsUnreachable(exception.SocketErrorCode))
        {
            Interlocked.Increment(ref _unreachable);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            throw new LinkException($"{Name}: could not send {datagram.Length} octets from {Local} to {to}: {exception.Message}. Check that the device is reachable.", exception);
        }

        return stamp;
    }

    private static string BindFailure(string name, IPEndPoint local, SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"{name}: UDP port {local.Port} on {local.Address} is in use by another program. End that program (ss -ulpn | grep {local.Port}) or choose another port in the rig file.",
        SocketError.AddressNotAvailable =>
            $"{name}: {local.Address} is not an address of this machine. Give one of its own addresses in the rig file (ip address).",
        SocketError.AccessDenied =>
            $"{name}: not allowed to bind UDP port {local.Port}. Choose a port from 1024 up in the rig file.",
        _ => $"{name}: could not bind {local}: {exception.Message}.",
    };

    private void Deliver(Datagram datagram) => Received?.Invoke(datagram);
}
