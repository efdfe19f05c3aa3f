using System.Net;
using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;

namespace HilBench.Emulators.Rsu;

/// <summary>Forwards WAVE short messages to hosts by UDP, as the rows of a table say.</summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="dial">Opens ports to hosts; null forwards nothing.</param>
internal sealed class MessageForwarding(EventLoop loop, ForwardDialer? dial) : IAsyncDisposable
{
    private readonly SortedDictionary<uint, HostForwarding> _rules = [];
    private readonly Dictionary<uint, int> _counts = [];
    private readonly Dictionary<IPEndPoint, IDatagramPort> _ports = [];

    /// <summary>How many datagrams could not be sent.</summary>
    public int Failures { get; private set; }

    /// <summary>Takes over what a row says now; null for a row that went or is not to work.</summary>
    public void Set(uint row, HostForwarding? rule)
    {
        _rules.Remove(row);
        _counts.Remove(row);
        if (rule is not null)
        {
            _rules.Add(row, rule);
        }

        foreach (var host in _ports.Keys.Except(_rules.Values.Select(kept => kept.Host)).ToArray())
        {
            Close(_ports[host]);
            _ports.Remove(host);
        }
    }

    /// <summary>Forwards a message to whom it is for.</summary>
    /// <param name="message">The message.</param>
    /// <param name="level">Signal level it was heard at, dBm.</param>
    public void Forward(WsmpMessage message, int level)
    {
        foreach (var (row, rule) in _rules)
        {
            if (rule.Psid != message.Psid || level < rule.LeastLevel || rule.Nth == 0 || !rule.Window.Includes(loop.Now.ToUtc()))
            {
                continue;
            }

            // The first of every n is forwarded.
            var count = _counts.GetValueOrDefault(row);
            _counts[row] = (count + 1) % rule.Nth;
            if (count == 0 && Cut(message, rule.Form) is { } datagram)
            {
                Send(rule.Host, datagram);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var port in _ports.Values)
        {
            await port.DisposeAsync();
        }

        _ports.Clear();
        _rules.Clear();
    }

    // What is no 1609.2 data, or is encrypted, has no payload that could be forwarded alone.
    private static byte[]? Cut(WsmpMessage message, ForwardedForm form) => form switch
    {
        ForwardedForm.Wsmp => message.Encode(),
        ForwardedForm.Dot2Data => message.Payload.ToArray(),
        _ => Dot2Payload.TryTake(message.Payload.Span, out var inner) ? inner : null,
    };

    private void Send(IPEndPoint host, byte[] datagram)
    {
        try
        {
            if (dial is not null && !_ports.ContainsKey(host))
            {
                _ports.Add(host, dial(host));
            }

            if (_ports.TryGetValue(host, out var port))
            {
                port.Send(datagram);
            }
        }
        catch (LinkException)
        {
            // A host that cannot be reached is no reason for a unit to stop working.
            Failures++;
        }
    }

    private static void Close(IDatagramPort port) => _ = port.DisposeAsync().AsTask();
}
