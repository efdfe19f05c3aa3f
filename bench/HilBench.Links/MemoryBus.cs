namespace HilBench.Links;

/// <summary>A client of a <see cref="MemoryBroker"/>.</summary>
internal sealed class MemoryBus(MemoryBroker broker, string name) : IMessageBus
{
    private readonly List<string> _filters = [];
    private bool _disposed;

    public string Name => name;

    public bool Connected => broker.Running && !_disposed;

    public Action<string?>? ConnectionChanged { get; set; }

    public Action<BusMessage>? Received { get; set; }

    public void Subscribe(string filter) => _filters.Add(filter);

    public bool Wants(string topic) => _filters.Exists(filter => TopicFilter.Matches(filter, topic));

    public Stamp Publish(string topic, ReadOnlyMemory<byte> payload) => Connected
        ? broker.Deliver(topic, payload)
        : throw new LinkException($"{name}: the message on {topic} was not sent: the broker is not there.");

    public void Arrive(BusMessage message)
    {
        if (Connected)
        {
            Received?.Invoke(message);
        }
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        broker.Forget(this);
        return ValueTask.CompletedTask;
    }
}
