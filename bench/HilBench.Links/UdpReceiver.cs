using System.Net.Sockets;
using System.Runtime.InteropServices;
using HilBench.Links.Linux;

namespace HilBench.Links;

/// <summary>Receives from a UDP socket, with kernel stamps where there are any, and delivers on the event loop.</summary>
internal sealed class UdpReceiver : ISocketReader
{
    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly string _what;
    private readonly Action<Datagram> _deliver;
    private readonly Action _unreachable;
    private readonly SenderAddress _senders;
    private readonly SocketReceiver? _shared;
    private readonly BlockingReceiver? _own;
    private readonly long _key;
    private long? _lastDropped;
    private volatile bool _ended;

    /// <summary>Begins to receive.</summary>
    /// <param name="loop">Where to deliver.</param>
    /// <param name="what">What it does, for messages: <c>rsu1.ifm: receiving on 127.0.0.1:1516</c>.</param>
    /// <param name="socket">The socket, bound; closed by <see cref="End"/>.</param>
    /// <param name="deliver">Called on the loop, not after <see cref="End"/>.</param>
    /// <param name="unreachable">Called on any thread when the network says that what was sent could not arrive.</param>
    /// <param name="kernelStamps">Whether to ask the kernel for stamps.</param>
    public UdpReceiver(EventLoop loop, string what, Socket socket, Action<Datagram> deliver, Action unreachable, bool kernelStamps)
    {
        (_loop, _what, _socket, _deliver, _unreachable) = (loop, what, socket, deliver, unreachable);
        _senders = new SenderAddress(socket.AddressFamily);
        if (kernelStamps && loop.Receiver is { } shared)
        {
            Stamps = LinuxCalls.TrySetStamps(Handle, LinuxCalls.TimestampReceive | LinuxCalls.TimestampSoftware) ? StampSource.Kernel : StampSource.UserSpace;
            if (shared.Add(Handle, this) is { } key)
            {
                (_shared, _key) = (shared, key);
                return;
            }
        }

        Stamps = loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;
        _own = new BlockingReceiver(socket, () => loop.Now, datagram => Post([datagram]), Failed);
    }

    /// <summary>Where what arrives is stamped.</summary>
    public StampSource Stamps { get; }

    /// <summary>What the kernel threw away because the socket's buffer was full; null where it does not tell.</summary>
    public long? Dropped => _ended || !LinuxCalls.Known ? _lastDropped : LinuxCalls.Dropped(Handle);

    private int Handle => (int)_socket.SafeHandle.DangerousGetHandle();

    /// <summary>Whether an error of a socket says that what was sent could not arrive: the other end's fault, or the network's, not the bench's.</summary>
    public static bool IsUnreachable(SocketError error) =>
        error is SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.HostUnreachable or SocketError.NetworkUnreachable
            or SocketError.HostDown or SocketError.NetworkDown;

    /// <summary>Ends receiving and closes the socket. Nothing is delivered any more.</summary>
    public void End()
    {
        if (!_ended)
        {
            _lastDropped = Dropped;
            _ended = true;
            _shared?.Remove(_key);
            _own?.End();
            _socket.Dispose();
        }
    }

    /// <inheritdoc/>
    void ISocketReader.Arrived(ReceiveBatch batch, int count, KernelClock clock)
    {
        var datagrams = new Datagram[count];
        for (var i = 0; i < count; i++)
        {
            datagrams[i] = new Datagram(batch.Octets(i).ToArray(), clock.Map(batch.Stamp(i)), _senders.Read(batch.Sender(i)));
        }

        Post(datagrams);
    }

    /// <inheritdoc/>
    bool ISocketReader.Failed(int error) => Failed(LinuxCalls.IsUnreachable(error), Marshal.GetPInvokeErrorMessage(error));

    private bool Failed(SocketException exception) => Failed(IsUnreachable(exception.SocketErrorCode), exception.Message);

    private bool Failed(bool isUnreachable, string reason)
    {
        if (isUnreachable)
        {
            _unreachable();
            return true;
        }

        _loop.Fault(new LinkException($"{_what} failed: {reason}."));
        return false;
    }

    private void Post(Datagram[] datagrams) => _loop.Post(
        _ =>
        {
            foreach (var datagram in datagrams)
            {
                if (!_ended)
                {
                    _deliver(datagram);
                }
            }
        },
        null);
}
