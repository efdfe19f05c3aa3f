using System.Globalization;
using System.Net;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Tests.Links;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>An agent of ours on a UDP port of 127.0.0.1, for programs to talk to.</summary>
internal sealed class HostedAgent : IDisposable
{
    private readonly LoopThread _thread = new();
    private readonly UdpPort _port;

    /// <summary>Starts an agent.</summary>
    /// <param name="settings">Who may ask.</param>
    /// <param name="objects">Makes what it gives access to, on its loop.</param>
    public HostedAgent(SnmpAgentSettings settings, Func<EventLoop, IReadOnlyList<IManagedObjects>> objects)
    {
        (_port, Agent) = _thread.Call(loop =>
        {
            var port = UdpPort.Open(loop, "agent", new IPEndPoint(IPAddress.Loopback, 0), null);
            return (port, new SnmpAgent(loop, settings, port, objects(loop)));
        });
    }

    /// <summary>The agent; use it through <see cref="Call"/>.</summary>
    public SnmpAgent Agent { get; }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Local => _port.Local;

    /// <summary>Where it listens, as net-snmp's programs take it.</summary>
    public string Target => string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{Local.Port}");

    /// <summary>Calls a function on the agent's loop.</summary>
    public T Call<T>(Func<EventLoop, T> function) => _thread.Call(function);

    /// <summary>Calls a function on the agent's loop and waits until its task has ended.</summary>
    public T CallAsync<T>(Func<EventLoop, Task<T>> function) => _thread.CallAsync(function);

    public void Dispose()
    {
        _thread.CallAsync(async _ =>
        {
            await _port.DisposeAsync();
            return true;
        });
        _thread.Dispose();
    }
}
