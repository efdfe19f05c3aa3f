namespace HilBench.Links;

/// <summary>The bench's end of a stream with a tap on it: everything that passes is told to the tap's sink, chunk by chunk, then goes on.</summary>
/// <param name="inner">The stream's end.</param>
/// <param name="tap">The tap.</param>
/// <param name="frame">Puts a chunk into the tap's link layer.</param>
/// <param name="sink">Takes what was observed.</param>
public sealed class TappedLine(
    IStreamPort inner,
    TapInterface tap,
    Func<Direction, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> frame,
    Action<TapFrame> sink) : IStreamPort
{
    private Action<Datagram>? _received;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public Action<Datagram>? Received
    {
        get => _received;
        set
        {
            _received = value;
            inner.Received = Observe;
        }
    }

    /// <inheritdoc/>
    public Action<string>? Closed
    {
        get => inner.Closed;
        set => inner.Closed = value;
    }

    /// <summary>Starts observing although nobody listens behind the tap.</summary>
    public TappedLine Listen()
    {
        inner.Received = Observe;
        return this;
    }

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> octets)
    {
        var stamp = inner.Send(octets);
        sink(new TapFrame(tap, stamp.At, Direction.ToDevice, frame(Direction.ToDevice, octets)));
        return stamp;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Observe(Datagram chunk)
    {
        sink(new TapFrame(tap, chunk.At.At, Direction.FromDevice, frame(Direction.FromDevice, chunk.Bytes)));
        _received?.Invoke(chunk);
    }
}
