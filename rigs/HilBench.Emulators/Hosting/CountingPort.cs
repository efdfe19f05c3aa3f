using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>
/// Counts what goes over a UDP port. A datagram that the network does not take is counted too and does not end the device: a unit in
/// the field goes on as well.
/// </summary>
internal sealed class CountingPort : IDatagramPort
{
    private readonly UdpPort _port;
    private readonly EventLoop _loop;
    private readonly string? _remote;
    private long _sent;
    private long _received;
    private long _failed;
    private string? _failure;

    public CountingPort(UdpPort port, EventLoop loop, string? remote)
    {
        (_port, _loop, _remote) = (port, loop, remote);
        port.Received = Receive;
    }

    /// <inheritdoc/>
    public string Name => _port.Name;

    /// <inheritdoc/>
    public Action<Datagram>? Received { get; set; }

    /// <summary>What went over it so far.</summary>
    public LinkHealth Health => new(_port.Local.ToString(), _sent, _received)
    {
        Remote = _remote,
        Unreachable = _port.Unreachable,
        Failed = _failed,
        Failure = _failure,
    };

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        try
        {
            var stamp = _port.Send(datagram);
            _sent++;
            return stamp;
        }
        catch (LinkException fault)
        {
            return Fail(fault);
        }
    }

    /// <inheritdoc/>
    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer)
    {
        try
        {
            var stamp = _port.Answer(request, answer);
            _sent++;
            return stamp;
        }
        catch (LinkException fault)
        {
            return Fail(fault);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _port.DisposeAsync();

    private Stamp Fail(LinkException fault)
    {
        _failed++;
        _failure = fault.Message;
        return new Stamp(_loop.Now, StampSource.UserSpace);
    }

    private void Receive(Datagram datagram)
    {
        _received++;
        Received?.Invoke(datagram);
    }
}
