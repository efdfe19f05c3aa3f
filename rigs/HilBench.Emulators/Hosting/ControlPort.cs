using System.Net;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>Answers for an emulator, announces it, and ends it when nobody asks any more.</summary>
internal sealed class ControlPort : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(200);

    private readonly EventLoop _loop;
    private readonly EmulatorHost _host;
    private readonly UdpPort _port;
    private readonly UdpPort? _announce;
    private readonly List<IDisposable> _timers = [];
    private Instant _asked;

    private ControlPort(EventLoop loop, EmulatorHost host, UdpPort port, UdpPort? announce, TimeSpan? lifeline)
    {
        (_loop, _host, _port, _announce, _asked) = (loop, host, port, announce, loop.Now);
        port.Received = Receive;
        if (announce is not null)
        {
            _timers.Add(loop.Every(loop.Now, Period, _ => Announce()));
        }

        if (lifeline is { } patience)
        {
            _timers.Add(loop.Every(loop.Now + Watch, Watch, _ => CheckLifeline(patience)));
        }
    }

    /// <summary>Address and port that it listens on.</summary>
    public IPEndPoint Local => _port.Local;

    /// <summary>Opens the port.</summary>
    /// <exception cref="LinkException">It is in use or the address is not of this machine.</exception>
    public static ControlPort Open(EventLoop loop, EmulatorHost host, ControlSettings settings, string name)
    {
        var port = UdpPort.Open(loop, $"{name}.control", settings.Local, null);
        var announce = settings.Announce is { } to ? UdpPort.Open(loop, $"{name}.announce", new IPEndPoint(IPAddress.Any, 0), to) : null;
        return new ControlPort(loop, host, port, announce, settings.Lifeline);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _timers.ForEach(timer => timer.Dispose());
        await _port.DisposeAsync();
        if (_announce is not null)
        {
            await _announce.DisposeAsync();
        }
    }

    private void Receive(Datagram datagram)
    {
        var refusal = Carry(datagram.Bytes, out var stop);
        var late = _host.Late;
        var health = _host.Health with { Reason = refusal ?? (stop ? "told to stop on the control port" : null), Late = late.IsEmpty ? default : late };
        try
        {
            _port.Answer(datagram, ControlMessages.Encode(health));
        }
        catch (LinkException)
        {
            // Who asked is gone: the lifeline tells.
        }

        if (stop)
        {
            _host.End(EndCause.Told, "told to stop on the control port");
        }
    }

    // Null when it was carried out, else why not.
    private string? Carry(ReadOnlyMemory<byte> octets, out bool stop)
    {
        stop = false;
        _ = ControlMessages.TryReadRequest(octets.Span, out var request);
        switch (request?.Ask)
        {
            case ControlRequest.Health:
                break;
            case ControlRequest.Start:
                _host.Start(request.At);
                break;
            case ControlRequest.Stop:
                stop = true;
                break;
            default:
                return $$"""not understood: expected {"ask": "{{ControlRequest.Health}}"}, "{{ControlRequest.Start}}" or "{{ControlRequest.Stop}}" """.TrimEnd();
        }

        _asked = _loop.Now;
        return null;
    }

    private void Announce()
    {
        try
        {
            _announce!.Send(ControlMessages.Encode(_host.Health));
        }
        catch (LinkException)
        {
            // It is told again in a second.
        }
    }

    private void CheckLifeline(TimeSpan patience)
    {
        if (_loop.Now - _asked > patience)
        {
            _host.End(EndCause.LifelineGone, $"nobody has asked for {patience.TotalSeconds:0.#} s: whoever started this device is gone");
        }
    }
}
