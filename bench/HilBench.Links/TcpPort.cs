using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>
/// A TCP connection. A thread of its own receives, stamps at once in user space, and hands over to the event loop. What arrives before somebody
/// listens is kept; when the loop falls behind by <see cref="BufferOctets"/>, the remote has to wait, as TCP means it to.
/// </summary>
public sealed class TcpPort : IStreamPort
{
    /// <summary>Octets that may wait in each direction: 4 MiB.</summary>
    public const int BufferOctets = 4 << 20;

    private const int ChunkOctets = 65536;
    private const int SilenceSeconds = 10;

    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly StreamInbox _inbox;
    private readonly StreamOutbox _outbox;
    private readonly Thread _receiver;
    private volatile bool _disposed;
    private volatile string? _lost;

    internal TcpPort(EventLoop loop, string name, Socket socket)
    {
        _loop = loop;
        _socket = socket;
        Name = name;
        Local = (IPEndPoint)socket.LocalEndPoint!;
        Remote = (IPEndPoint)socket.RemoteEndPoint!;
        socket.NoDelay = true;
        socket.Blocking = false;
        NoticeSilence(socket);
        _inbox = new StreamInbox(loop, BufferOctets);
        _outbox = new StreamOutbox(socket, BufferOctets);
        _receiver = new Thread(Receive) { IsBackground = true, Name = $"receive {name}" };
        _receiver.Start();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>This end's address and port.</summary>
    public IPEndPoint Local { get; }

    /// <summary>The other end's address and port.</summary>
    public IPEndPoint Remote { get; }

    /// <summary>Octets sent here that the remote has not made room for yet.</summary>
    public int Backlog => _outbox.Waiting;

    /// <inheritdoc/>
    public Action<Datagram>? Received
    {
        get => _inbox.Received;
        set => _inbox.Received = value;
    }

    /// <inheritdoc/>
    public Action<string>? Closed
    {
        get => _inbox.Closed;
        set => _inbox.Closed = value;
    }

    /// <summary>Connects to a device.</summary>
    /// <param name="loop">Loop on which the listeners are called.</param>
    /// <param name="name">Name for messages, for example <c>asc1.gbt20999</c>.</param>
    /// <param name="remote">The device's address and port.</param>
    /// <param name="timeout">How long to wait for its answer.</param>
    /// <exception cref="LinkException">Nobody listens there, it cannot be reached, or it does not answer in time.</exception>
    public static async Task<TcpPort> ConnectAsync(EventLoop loop, string name, IPEndPoint remote, TimeSpan timeout)
    {
        var socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var limit = new CancellationTokenSource(timeout, loop.Time);
        try
        {
            await socket.ConnectAsync(remote, limit.Token);
            return new TcpPort(loop, name, socket);
        }
        catch (OperationCanceledException exception)
        {
            socket.Dispose();
            var seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            throw new LinkException(
                $"{name}: {remote} did not answer within {seconds} s. Check that the device is on, its address in the rig file, and that no firewall drops TCP port {remote.Port}.", exception);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new LinkException(ConnectFailure(name, remote, exception), exception);
        }
    }

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> octets)
    {
        if (_disposed)
        {
            throw new LinkException($"{Name} is closed: nothing can be sent on it any more.");
        }

        if (_lost is { } reason)
        {
            throw new LinkException($"{Name}: {octets.Length} octets were not sent: {reason} Connect again.");
        }

        var stamp = new Stamp(_loop.Now, StampSource.UserSpace);
        try
        {
            return _outbox.TrySend(octets.Span)
                ? stamp
                : throw new LinkException(
                    $"{Name}: {octets.Length} octets were not sent: {Remote} does not read, {_outbox.Waiting} octets wait for it (at most {BufferOctets}). Check whether the device hangs, and send less.");
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            var lost = Lose($"the connection to {Remote} was lost while sending ({exception.Message}).");
            throw new LinkException($"{Name}: {octets.Length} octets were not sent: {lost} Connect again.", exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            _inbox.End();
            Shutdown();
            _receiver.Join(TimeSpan.FromSeconds(2));
            _socket.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static string ConnectFailure(string name, IPEndPoint remote, SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused =>
            $"{name}: nobody listens at {remote} (TCP). Check that the device's program runs, and its port in the rig file.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable =>
            $"{name}: {remote} cannot be reached: {exception.Message}. Check the cable, the route (ip route get {remote.Address}) and the address in the rig file.",
        _ => $"{name}: could not connect to {remote}: {exception.Message}.",
    };

    /// <summary>A plug that was pulled says nothing: after ten silent seconds the other end is asked whether it is still there.</summary>
    private static void NoticeSilence(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, SilenceSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 2);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    private void Receive()
    {
        var buffer = new byte[ChunkOctets];
        try
        {
            while (_inbox.WaitForRoom())
            {
                _socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectRead);
                var length = _socket.Receive(buffer, SocketFlags.None, out var error);
                if (error == SocketError.WouldBlock)
                {
                    continue;
                }

                if (error != SocketError.Success || length == 0)
                {
                    Lose(error == SocketError.Success ? $"{Remote} closed the connection." : $"the connection to {Remote} was lost ({new SocketException((int)error).Message}).");
                    return;
                }

                _inbox.Add(new Datagram(buffer.AsSpan(0, length).ToArray(), new Stamp(_loop.Now, StampSource.UserSpace), Remote));
                _inbox.PostDelivery();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            Lose($"the connection to {Remote} was lost ({exception.Message}).");
        }
    }

    private string Lose(string reason)
    {
        var first = _lost ??= reason;
        _inbox.Close($"{Name}: {first}");
        _inbox.PostDelivery();
        return first;
    }

    private void Shutdown()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The other end has gone already: there is nothing to shut down.
        }
    }
}
