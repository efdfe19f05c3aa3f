namespace HilBench.Links;

/// <summary>A message broker in memory, for the virtual clock: every subscriber gets each message once, in order, after a fixed delay. It can go and come back.</summary>
/// <param name="loop">Loop that carries the messages.</param>
/// <param name="delay">Time from publishing to arrival, zero or more.</param>
public sealed class MemoryBroker(EventLoop loop, TimeSpan delay)
{
    private readonly List<MemoryBus> _clients = [];

    /// <summary>Whether it is there.</summary>
    public bool Running { get; private set; } = true;

    /// <summary>A client that is connected whenever the broker is there.</summary>
    /// <param name="name">Name for messages.</param>
    public IMessageBus Connect(string name)
    {
        var client = new MemoryBus(this, name);
        _clients.Add(client);
        return client;
    }

    /// <summary>The broker goes: what is on its way is lost.</summary>
    public void Stop()
    {
        Running = false;
        Tell("the broker was stopped");
    }

    /// <summary>The broker comes back.</summary>
    public void Start()
    {
        Running = true;
        Tell(null);
    }

    internal Stamp Deliver(string topic, ReadOnlyMemory<byte> payload)
    {
        var source = loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;
        var octets = payload.ToArray();
        foreach (var client in _clients.Where(client => client.Wants(topic)))
        {
            loop.Schedule(loop.Now + delay, () => client.Arrive(new BusMessage(topic, octets, new Stamp(loop.Now, source))));
        }

        return new Stamp(loop.Now, source);
    }

    internal void Forget(MemoryBus client) => _clients.Remove(client);

    private void Tell(string? reason)
    {
        foreach (var client in _clients.ToArray())
        {
            client.ConnectionChanged?.Invoke(reason);
        }
    }
}
