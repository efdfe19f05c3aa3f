using System.Net;
using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>A thread of its own that receives from one socket and stamps in user space: where the operating system offers nothing better.</summary>
internal sealed class BlockingReceiver
{
    private readonly Socket _socket;
    private readonly IPEndPoint _local;
    private readonly Func<Instant> _now;
    private readonly Action<Datagram> _arrived;
    private readonly Func<SocketException, bool> _failed;
    private readonly Thread _thread;
    private volatile bool _ended;

    /// <summary>Starts the thread.</summary>
    /// <param name="socket">The socket, bound.</param>
    /// <param name="now">The loop's time.</param>
    /// <param name="arrived">Takes what arrived, on the thread.</param>
    /// <param name="failed">Told of errors, on the thread; answers whether receiving goes on.</param>
    public BlockingReceiver(Socket socket, Func<Instant> now, Action<Datagram> arrived, Func<SocketException, bool> failed)
    {
        (_socket, _now, _arrived, _failed) = (socket, now, arrived, failed);
        _local = (IPEndPoint)socket.LocalEndPoint!;
        _thread = new Thread(Receive) { IsBackground = true, Name = "receive" };
        _thread.Start();
    }

    /// <summary>Ends the thread and closes the socket, which wakes it.</summary>
    public void End()
    {
        _ended = true;
        _socket.Dispose();
        _thread.Join(TimeSpan.FromSeconds(2));
    }

    private void Receive()
    {
        var buffer = new byte[65536];
        var from = new SocketAddress(_local.AddressFamily);
        while (!_ended)
        {
            try
            {
                var length = _socket.ReceiveFrom(buffer, SocketFlags.None, from);
                var stamp = new Stamp(_now(), StampSource.UserSpace);
                _arrived(new Datagram(buffer.AsSpan(0, length).ToArray(), stamp, (IPEndPoint)_local.Create(from)));
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException exception)
            {
                if (_ended || !_failed(exception))
                {
                    return;
                }
            }
        }
    }
}
