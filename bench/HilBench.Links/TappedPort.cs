namespace HilBench.Links;

/// <summary>The bench's end of a link with a tap on it: everything that passes is told to the tap's sink, then goes on.</summary>
/// <param name="inner">The link's end.</param>
/// <param name="tap">The tap.</param>
/// <param name="frame">Puts a datagram into the tap's link layer.</param>
/// <param name="sink">Takes what was observed.</param>
public sealed class TappedPort(
    IDatagramPort inner,
    TapInterface tap,
    Func<Direction, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> frame,
    Action<TapFrame> sink) : IDatagramPort
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

    /// <summary>Starts observing although nobody listens behind the tap.</summary>
    public TappedPort Listen()
    {
        inner.Received = Observe;
        return this;
    }

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        var stamp = inner.Send(datagram);
        Observe(stamp, Direction.ToDevice, datagram);
        return stamp;
    }

    /// <inheritdoc/>
    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer)
    {
        var stamp = inner.Answer(request, answer);
        Observe(stamp, Direction.ToDevice, answer);
        return stamp;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Observe(Datagram datagram)
    {
        Observe(datagram.At, Direction.FromDevice, datagram.Bytes);
        _received?.Invoke(datagram);
    }

    private void Observe(Stamp stamp, Direction direction, ReadOnlyMemory<byte> octets) =>
        sink(new TapFrame(tap, stamp.At, direction, frame(direction, octets)) { Source = stamp.Source });
}
