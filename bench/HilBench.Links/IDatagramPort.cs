namespace HilBench.Links;

/// <summary>One end of a link that carries datagrams.</summary>
public interface IDatagramPort : IAsyncDisposable
{
    /// <summary>Name of the link's end, for messages.</summary>
    string Name { get; }

    /// <summary>Sends one datagram and returns when it left.</summary>
    /// <exception cref="LinkException">It could not be sent; the message says where and what to do.</exception>
    Stamp Send(ReadOnlyMemory<byte> datagram);

    /// <summary>Sends a datagram to where another came from, as a server does that many clients ask.</summary>
    /// <param name="request">What arrived at this port.</param>
    /// <param name="answer">What goes back.</param>
    /// <exception cref="LinkException">It could not be sent; the message says where and what to do.</exception>
    Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer);

    /// <summary>Called on the event loop for each datagram that arrives.</summary>
    Action<Datagram>? Received { get; set; }
}
