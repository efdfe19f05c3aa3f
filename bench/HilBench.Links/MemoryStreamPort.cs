namespace HilBench.Links;

/// <summary>One end of a <see cref="MemoryStreamWire"/>.</summary>
internal sealed class MemoryStreamPort(EventLoop loop, string name, TimeSpan delay, Func<int, int>? cut) : IStreamPort
{
    private readonly StreamInbox _inbox = new(loop, int.MaxValue);
    private string? _lost;
    private bool _disposed;

    public string Name => name;

    public MemoryStreamPort? Peer { get; set; }

    public Action<Datagram>? Received
    {
        get => _inbox.Received;
        set => _inbox.Received = value;
    }

    public Action<string>? Closed
    {
        get => _inbox.Closed;
        set => _inbox.Closed = value;
    }

    private StampSource Source => loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;

    public Stamp Send(ReadOnlyMemory<byte> octets)
    {
        if (_disposed)
        {
            throw new LinkException($"{name} is closed: nothing can be sent on it any more.");
        }

        if (_lost is not null)
        {
            throw new LinkException($"{name}: {octets.Length} octets were not sent: {_lost} Connect again.");
        }

        var stamp = new Stamp(loop.Now, Source);
        for (var left = octets; left.Length > 0;)
        {
            var length = cut is null ? left.Length : Math.Clamp(cut(left.Length), 1, left.Length);
            var chunk = left[..length].ToArray();
            left = left[length..];
            loop.Schedule(stamp.At + delay, () => Peer!.Arrive(chunk));
        }

        return stamp;
    }

    public ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            _inbox.End();
            loop.Schedule(loop.Now + delay, () => Peer!.Lose("the other end closed the connection."));
        }

        return ValueTask.CompletedTask;
    }

    public void Lose(string reason)
    {
        if (_lost is null && !_disposed)
        {
            _lost = reason;
            _inbox.Close($"{name}: {reason}");
            _inbox.Deliver();
        }
    }

    private void Arrive(byte[] chunk)
    {
        if (_lost is null && !_disposed)
        {
            _inbox.Add(new Datagram(chunk, new Stamp(loop.Now, Source)));
            _inbox.Deliver();
        }
    }
}
