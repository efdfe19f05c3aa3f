using HilBench.Links;

namespace HilBench.Emulators.Tci;

/// <summary>A port whose two directions can be shut. A sender does not learn that what it sends is dropped, as with a radio that is switched off.</summary>
internal sealed class SteeredPort : IDatagramPort
{
    private readonly IDatagramPort _inner;

    public SteeredPort(IDatagramPort inner)
    {
        _inner = inner;
        inner.Received = Receive;
    }

    public string Name => _inner.Name;

    public Action<Datagram>? Received { get; set; }

    public Func<bool> Receives { get; init; } = () => true;

    public Func<bool> Sends { get; init; } = () => true;

    /// <summary>Told of everything that arrives.</summary>
    public Action<Datagram>? Observe { get; set; }

    public void Inject(Datagram datagram) => Received?.Invoke(datagram);

    public Stamp Send(ReadOnlyMemory<byte> datagram) => Sends() ? _inner.Send(datagram) : default;

    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer) => Sends() ? _inner.Answer(request, answer) : default;

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private void Receive(Datagram datagram)
    {
        Observe?.Invoke(datagram);
        if (Receives())
        {
            Received?.Invoke(datagram);
        }
    }
}
