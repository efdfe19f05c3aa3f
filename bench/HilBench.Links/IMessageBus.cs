namespace HilBench.Links;

/// <summary>One client of a message broker (MQTT): publishes messages on topics and gets those that it subscribed to.</summary>
public interface IMessageBus : IAsyncDisposable
{
    /// <summary>Name of the link's end, for messages.</summary>
    string Name { get; }

    /// <summary>Whether the broker is there now.</summary>
    bool Connected { get; }

    /// <summary>Called on the event loop when the broker is there (null) or has gone (with the reason).</summary>
    Action<string?>? ConnectionChanged { get; set; }

    /// <summary>Called on the event loop for each message that arrives.</summary>
    Action<BusMessage>? Received { get; set; }

    /// <summary>Asks for the messages whose topic matches a filter (MQTT: <c>+</c> and <c>#</c>), now and after each time the broker came back.</summary>
    void Subscribe(string filter);

    /// <summary>Sends a message, in order behind what was sent before.</summary>
    /// <param name="topic">Its topic.</param>
    /// <param name="payload">Its octets.</param>
    /// <exception cref="LinkException">The broker is not there, or too much waits for it already: the message is not sent.</exception>
    Stamp Publish(string topic, ReadOnlyMemory<byte> payload);
}
