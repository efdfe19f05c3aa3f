using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers;

/// <summary>The bench's end of a link whose loss is the device's fault, not the bench's: what cannot be sent is told by the watch and the run goes on.</summary>
/// <param name="inner">The link's end.</param>
/// <param name="device">The device at the other end.</param>
/// <param name="loop">The loop that it is on.</param>
internal sealed class WatchedPort(IDatagramPort inner, string device, EventLoop loop) : IDatagramPort, IDeviceWatch
{
    private string? _fault;

    public string Name => inner.Name;

    public string Device => device;

    /// <summary>Where what arrives is stamped, as a rule.</summary>
    public StampSource Stamps => (inner as ISocketPort)?.Stamps ?? StampSource.UserSpace;

    public string? Fault => _fault ?? (inner is UdpPort { Unreachable: > 0 } socket
        ? $"{Name}: nobody listens at the other end of UDP {socket.Remote}; start the device, or mend its address in the rig file."
        : null);

    public Action<Datagram>? Received
    {
        get => inner.Received;
        set => inner.Received = value;
    }

    public Stamp Send(ReadOnlyMemory<byte> datagram) => Try(() => inner.Send(datagram));

    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer)
    {
        var asked = request;
        return Try(() => inner.Answer(asked, answer));
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Stamp Try(Func<Stamp> send)
    {
        try
        {
            return send();
        }
        catch (LinkException lost)
        {
            _fault ??= lost.Message;
            return new Stamp(loop.Now, StampSource.UserSpace);
        }
    }
}
