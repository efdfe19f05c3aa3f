namespace HilBench.Links;

/// <summary>One end of a <see cref="MemoryWire"/>.</summary>
internal sealed class MemoryPort(EventLoop loop, string name, TimeSpan delay) : IDatagramPort
{
    private bool _closed;

    public string Name => name;

    public MemoryPort? Peer { get; set; }

    public Action<Datagram>? Received { get; set; }

    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        if (_closed)
        {
            throw new LinkException($"{name} is closed: nothing can be sent on it any more.");
        }

        var stamp = new Stamp(loop.Now, Source);
        var bytes = datagram.ToArray();
        loop.Schedule(stamp.At + delay, () => Peer!.Deliver(bytes));
        return stamp;
    }

    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer) => Send(answer);

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return ValueTask.CompletedTask;
    }

    private StampSource Source => loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;

    private void Deliver(byte[] bytes)
    {
        if (!_closed)
        {
            Received?.Invoke(new Datagram(bytes, new Stamp(loop.Now, Source)));
        }
    }
}
