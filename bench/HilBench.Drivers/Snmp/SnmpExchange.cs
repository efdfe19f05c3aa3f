using System.Globalization;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>Sends requests and waits for their answers: time-outs, retries, and sending again after a report that can be mended.</summary>
internal sealed class SnmpExchange
{
    // Engine id, clock, and once more each when the agent starts again meanwhile.
    private const int MaxCorrections = 4;

    private readonly EventLoop _loop;
    private readonly SnmpSessionSettings _settings;
    private readonly IDatagramPort _port;
    private readonly ISessionSecurity _security;
    private readonly Dictionary<int, PendingRequest> _pending = [];
    private int _ticket;
    private string? _refusal;

    public SnmpExchange(EventLoop loop, SnmpSessionSettings settings, IDatagramPort port, ISessionSecurity security)
    {
        _loop = loop;
        _settings = settings;
        _port = port;
        _security = security;
        _ticket = (int)(loop.Now.UnixNanoseconds / 1000) & 0x3FFFFFFF;
        port.Received = Receive;
    }

    /// <summary>Asks, and returns the response, also one that has an error.</summary>
    /// <exception cref="SnmpException">No answer, or a report that says that there will be none.</exception>
    public async Task<SnmpPdu> AskAsync(SnmpPdu request, CancellationToken cancellation)
    {
        var pending = new PendingRequest();
        var sendings = 0;
        var corrections = 0;
        _refusal = null;
        try
        {
            while (true)
            {
                Send(request, pending);
                SnmpPdu answer;
                try
                {
                    answer = await pending.Answer.Task.WaitAsync(_settings.Timeout, _loop.Time, cancellation);
                }
                catch (TimeoutException)
                {
                    if (++sendings > _settings.Retries)
                    {
                        throw new SnmpException(Silence(request));
                    }

                    continue;
                }

                if (answer.Kind != PduKind.Report)
                {
                    return answer;
                }

                if (_security.Judge(answer) is { } reason)
                {
                    throw new SnmpException($"{_settings.Agent}: {Describe(request)} was refused. {reason}");
                }

                if (++corrections > MaxCorrections)
                {
                    throw new SnmpException($"{_settings.Agent}: {Describe(request)} was refused {corrections} times by reports although the bench took over the engine id and clock that they tell. Check that one agent answers at this address, not two.");
                }

                // What is still under way answers messages that were of no use; the one that comes now starts anew.
                Forget(pending);
                pending.Renew();
                sendings = 0;
            }
        }
        finally
        {
            Forget(pending);
        }
    }

    /// <summary>A request for messages: what it does and what with.</summary>
    public static string Describe(SnmpPdu request) => request.Bindings switch
    {
        [] => $"{request.Kind}",
        [var one] => $"{request.Kind} of {one.Name}",
        [var first, ..] => $"{request.Kind} of {first.Name} and {request.Bindings.Length - 1} more",
    };

    private void Forget(PendingRequest pending)
    {
        pending.Tickets.ForEach(ticket => _pending.Remove(ticket));
        pending.Tickets.Clear();
    }

    private void Send(SnmpPdu request, PendingRequest pending)
    {
        _ticket = _ticket == int.MaxValue ? 1 : _ticket + 1;
        pending.Tickets.Add(_ticket);
        _pending[_ticket] = pending;
        try
        {
            _port.Send(_security.Seal(request with { RequestId = _ticket }));
        }
        catch (LinkException exception)
        {
            throw new SnmpException($"{_settings.Agent}: {Describe(request)} could not be sent. {exception.Message}");
        }
    }

    private void Receive(Datagram datagram)
    {
        if (!_security.TryOpen(datagram.Bytes.Span, out var ticket, out var answer, out var refusal))
        {
            _refusal = refusal;
        }
        else if (_pending.TryGetValue(ticket, out var pending))
        {
            // A late answer to an earlier sending is as good.
            pending.Answer.TrySetResult(answer);
        }
    }

    private string Silence(SnmpPdu request)
    {
        var sendings = _settings.Retries + 1;
        var what = string.Create(CultureInfo.InvariantCulture, $"{_settings.Agent}: no answer to {Describe(request)}, sent {sendings} times {_settings.Timeout.TotalSeconds} s apart.");
        return _refusal is not null ? $"{what} The last answer was of no use: {_refusal}."
            : _port is UdpPort { Unreachable: > 0 } ? $"{what} The network says that nobody listens at that port: check address and port, and that the agent runs."
            : $"{what} {_security.ExplainSilence()}";
    }
}
