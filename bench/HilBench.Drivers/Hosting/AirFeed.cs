using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>Gives what the air tap of a device observes to whoever waits for it to show something.</summary>
internal sealed class AirFeed
{
    private readonly List<Action<Datagram>> _listeners = [];

    /// <summary>Sends the device a frame, as if it heard it; null where the bench only listens.</summary>
    public Action<ReadOnlyMemory<byte>>? Send { get; set; }

    /// <summary>Adds a listener, called with each Ethernet frame.</summary>
    public void Add(Action<Datagram> listener) => _listeners.Add(listener);

    /// <summary>Takes a frame.</summary>
    public void Take(Datagram frame)
    {
        foreach (var listener in _listeners)
        {
            listener(frame);
        }
    }
}
