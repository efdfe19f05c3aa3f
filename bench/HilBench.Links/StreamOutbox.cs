using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>
/// What a stream socket has not taken yet. The socket does not block: what it takes at once goes at once; the rest waits here, bounded,
/// and follows in order. A remote that stops reading is told to the sender instead of stopping the event loop.
/// </summary>
/// <param name="socket">A connected socket that does not block.</param>
/// <param name="bound">Octets that may wait.</param>
internal sealed class StreamOutbox(Socket socket, int bound)
{
    private readonly Lock _gate = new();
    private readonly Queue<ReadOnlyMemory<byte>> _rest = new();
    private Exception? _fault;
    private int _waiting;
    private bool _flushing;

    /// <summary>Octets that wait for the remote to read.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting;
            }
        }
    }

    /// <summary>Sends octets behind what was sent before.</summary>
    /// <returns>False when too much waits already: nothing of these octets was taken.</returns>
    /// <exception cref="SocketException">The connection is lost.</exception>
    public bool TrySend(ReadOnlySpan<byte> octets)
    {
        lock (_gate)
        {
            if (_fault is SocketException lost)
            {
                throw new SocketException(lost.ErrorCode);
            }

            if (_waiting + octets.Length > bound)
            {
                return false;
            }

            var taken = _waiting > 0 ? 0 : Take(octets);
            if (taken < octets.Length)
            {
                _rest.Enqueue(octets[taken..].ToArray());
                _waiting += octets.Length - taken;
                StartFlush();
            }

            return true;
        }
    }

    private int Take(ReadOnlySpan<byte> octets)
    {
        var taken = 0;
        while (taken < octets.Length)
        {
            taken += socket.Send(octets[taken..], SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                return taken;
            }

            if (error != SocketError.Success)
            {
                throw new SocketException((int)error);
            }
        }

        return taken;
    }

    private void StartFlush()
    {
        if (!_flushing)
        {
            _flushing = true;
            _ = Task.Run(FlushAsync);
        }
    }

    private async Task FlushAsync()
    {
        try
        {
            while (Next() is { } octets)
            {
                for (var left = octets; left.Length > 0;)
                {
                    var sent = await socket.SendAsync(left, SocketFlags.None);
                    left = left[sent..];
                    lock (_gate)
                    {
                        _waiting -= sent;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            lock (_gate)
            {
                _fault = exception;
                _flushing = false;
            }
        }
    }

    private ReadOnlyMemory<byte>? Next()
    {
        lock (_gate)
        {
            if (_rest.TryDequeue(out var octets))
            {
                return octets;
            }

            _flushing = false;
            return null;
        }
    }
}
