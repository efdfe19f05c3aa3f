namespace HilBench.Links;

/// <summary>One end of a link that carries a stream of octets: a TCP connection or a serial line. Chunks arrive as the carrier cuts them.</summary>
public interface IStreamPort : IAsyncDisposable
{
    /// <summary>Name of the link's end, for messages.</summary>
    string Name { get; }

    /// <summary>Sends octets, in order behind what was sent before, and returns when the carrier has taken them.</summary>
    /// <exception cref="LinkException">They could not be sent; the message says where and what to do.</exception>
    Stamp Send(ReadOnlyMemory<byte> octets);

    /// <summary>Called on the event loop for each chunk that arrives.</summary>
    Action<Datagram>? Received { get; set; }

    /// <summary>Called on the event loop once, with the reason, when the other end or the carrier has gone.</summary>
    Action<string>? Closed { get; set; }
}
