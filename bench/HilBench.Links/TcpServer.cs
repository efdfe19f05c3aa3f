using System.Net;
using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>A TCP port that takes connections.</summary>
public sealed class TcpServer : IAsyncDisposable
{
    /// <summary>Connections that may be open at a time; more are closed at once and counted.</summary>
    public const int MostConnections = 256;

    private readonly EventLoop _loop;
    private readonly string _name;
    private readonly Socket _socket;
    private readonly Thread _acceptor;
    private readonly List<TcpPort> _open = [];
    private int _count;
    private volatile bool _disposed;
    private int _refused;

    private TcpServer(EventLoop loop, string name, Socket socket)
    {
        _loop = loop;
        _name = name;
        _socket = socket;
        Local = (IPEndPoint)socket.LocalEndPoint!;
        _acceptor = new Thread(Accept) { IsBackground = true, Name = $"accept {name}" };
        _acceptor.Start();
    }

    /// <summary>Address and port that it listens on.</summary>
    public IPEndPoint Local { get; }

    /// <summary>How many connections were closed at once because <see cref="MostConnections"/> were open.</summary>
    public int Refused => _refused;

    /// <summary>The connections that are open now.</summary>
    public IReadOnlyList<TcpPort> Connections => _open;

    /// <summary>
    /// Called on the event loop for each new connection; who gets it listens on it. A connection leaves <see cref="Connections"/> when it is given to
    /// <see cref="Forget"/> or the server is disposed.
    /// </summary>
    public Action<TcpPort>? Accepted { get; set; }

    /// <summary>Opens the port.</summary>
    /// <param name="loop">Loop on which <see cref="Accepted"/> is called.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="local">Address and port to bind; port 0 takes a free one.</param>
    /// <exception cref="LinkException">The port is in use or the address is not of this machine.</exception>
    public static TcpServer Open(EventLoop loop, string name, IPEndPoint local)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(local);
            socket.Listen(64);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new LinkException(BindFailure(name, local, exception), exception);
        }

        return new TcpServer(loop, name, socket);
    }

    /// <summary>Closes one connection and makes room for another.</summary>
    public ValueTask Forget(TcpPort connection)
    {
        if (_open.Remove(connection))
        {
            Interlocked.Decrement(ref _count);
        }

        return connection.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _socket.Dispose();
        _acceptor.Join(TimeSpan.FromSeconds(2));
        foreach (var connection in _open)
        {
            await connection.DisposeAsync();
        }

        _open.Clear();
    }

    private static string BindFailure(string name, IPEndPoint local, SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"{name}: TCP port {local.Port} on {local.Address} is in use by another program. End that program (ss -tlpn | grep {local.Port}) or choose another port in the rig file.",
        SocketError.AddressNotAvailable =>
            $"{name}: {local.Address} is not an address of this machine. Give one of its own addresses in the rig file (ip address).",
        SocketError.AccessDenied =>
            $"{name}: not allowed to bind TCP port {local.Port}. Choose a port from 1024 up in the rig file.",
        _ => $"{name}: could not bind {local}: {exception.Message}.",
    };

    private void Accept()
    {
        while (!_disposed)
        {
            try
            {
                var socket = _socket.Accept();
                if (Volatile.Read(ref _count) >= MostConnections)
                {
                    socket.Dispose();
                    Interlocked.Increment(ref _refused);
                    continue;
                }

                Interlocked.Increment(ref _count);
                _loop.Post(_ => Take(socket), null);
            }
            catch (SocketException exception) when (!_disposed && exception.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // Gone again before it was taken.
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                if (!_disposed)
                {
                    _loop.Fault(new LinkException($"{_name}: taking connections on {Local} failed: {exception.Message}.", exception));
                }

                return;
            }
        }
    }

    private void Take(Socket socket)
    {
        if (_disposed)
        {
            socket.Dispose();
            return;
        }

        TcpPort connection;
        try
        {
            connection = new TcpPort(_loop, $"{_name} from {socket.RemoteEndPoint}", socket);
        }
        catch (SocketException)
        {
            // Gone again before it was taken.
            socket.Dispose();
            Interlocked.Decrement(ref _count);
            return;
        }

        _open.Add(connection);
        if (Accepted is { } accepted)
        {
            accepted(connection);
        }
    }
}
