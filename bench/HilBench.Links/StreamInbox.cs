namespace HilBench.Links;

/// <summary>
/// What arrived on a stream and waits for the event loop: in order, and kept until somebody listens, for a stream cannot lose octets.
/// The end comes after the last chunk, once.
/// </summary>
/// <param name="loop">Loop on which the listeners are called.</param>
/// <param name="bound">Octets that may wait; the carrier is not read while there are more.</param>
internal sealed class StreamInbox(EventLoop loop, int bound)
{
    private readonly object _gate = new();
    private readonly Queue<Datagram> _chunks = new();
    private Action<Datagram>? _received;
    private Action<string>? _closed;
    private string? _reason;
    private int _waiting;
    private bool _ended;

    public Action<Datagram>? Received
    {
        get => _received;
        set
        {
            _received = value;
            PostDelivery();
        }
    }

    public Action<string>? Closed
    {
        get => _closed;
        set
        {
            _closed = value;
            PostDelivery();
        }
    }

    /// <summary>Blocks the carrier's thread until there is room, or the stream is given up here.</summary>
    /// <returns>Whether reading should go on.</returns>
    public bool WaitForRoom()
    {
        lock (_gate)
        {
            while (_waiting >= bound && !_ended)
            {
                Monitor.Wait(_gate);
            }

            return !_ended;
        }
    }

    /// <summary>Takes a chunk; from any thread.</summary>
    public void Add(Datagram chunk)
    {
        lock (_gate)
        {
            _chunks.Enqueue(chunk);
            _waiting += chunk.Bytes.Length;
        }
    }

    /// <summary>Takes the reason for which nothing more will come; the first counts. From any thread.</summary>
    public void Close(string reason)
    {
        lock (_gate)
        {
            _reason ??= reason;
        }
    }

    /// <summary>This end gives up: no listener is called any more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            _chunks.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    public void PostDelivery() => loop.Post(static inbox => ((StreamInbox)inbox!).Deliver(), this);

    /// <summary>Calls the listeners; on the loop.</summary>
    public void Deliver()
    {
        while (Received is { } received && TryTake(out var chunk))
        {
            received(chunk);
        }

        if (Closed is { } closed && TakeReason() is { } reason)
        {
            _closed = null;
            closed(reason);
        }
    }

    private bool TryTake(out Datagram chunk)
    {
        lock (_gate)
        {
            if (!_chunks.TryDequeue(out chunk))
            {
                return false;
            }

            _waiting -= chunk.Bytes.Length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    private string? TakeReason()
    {
        lock (_gate)
        {
            return _ended ? null : _reason;
        }
    }
}
