namespace HilBench.Links;

/// <summary>The bench's client of a broker with a tap on it: every message that it sends or gets is told to the tap's sink, then goes on.</summary>
/// <param name="inner">The client.</param>
/// <param name="tap">The tap.</param>
/// <param name="frame">Puts a message into the tap's link layer: which way it went, its topic and its payload.</param>
/// <param name="sink">Takes what was observed.</param>
public sealed class TappedBus(
    IMessageBus inner,
    TapInterface tap,
    Func<Direction, string, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> frame,
    Action<TapFrame> sink) : IMessageBus
{
    private Action<BusMessage>? _received;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public bool Connected => inner.Connected;

    /// <inheritdoc/>
    public Action<string?>? ConnectionChanged
    {
        get => inner.ConnectionChanged;
        set => inner.ConnectionChanged = value;
    }

    /// <inheritdoc/>
    public Action<BusMessage>? Received
    {
        get => _received;
        set
        {
            _received = value;
            inner.Received = Observe;
        }
    }

    /// <inheritdoc/>
    public void Subscribe(string filter) => inner.Subscribe(filter);

    /// <inheritdoc/>
    public Stamp Publish(string topic, ReadOnlyMemory<byte> payload)
    {
        var stamp = inner.Publish(topic, payload);
        sink(new TapFrame(tap, stamp.At, Direction.ToDevice, frame(Direction.ToDevice, topic, payload)) { Source = stamp.Source });
        return stamp;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Observe(BusMessage message)
    {
        sink(new TapFrame(tap, message.At.At, Direction.FromDevice, frame(Direction.FromDevice, message.Topic, message.Payload)) { Source = message.At.Source });
        _received?.Invoke(message);
    }
}
