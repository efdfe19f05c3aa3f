using System.Globalization;
using System.Net;
using HilBench.Emulators;
using HilBench.Emulators.Ntcip1202;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Tests.Links;
using HilBench.Wire;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Emulators.Ntcip1202;

/// <summary>An emulated controller of eight quick phases on the wall clock, whose agent is on a UDP port of 127.0.0.1, for programs to talk to.</summary>
internal sealed class HostedController : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly LoopThread _thread = new();
    private readonly UdpPort _port;
    private readonly IDisposable _running;
    private LampStates _lamps = new(0, 0, 0, 0, 0, 0, 0);
    private TscbmMessage? _feed;

    public HostedController(Ntcip1202Settings? ntcip = null)
    {
        (_port, _running) = _thread.Call(loop =>
        {
            var spat = new MemoryWire(loop, "spat", TimeSpan.Zero);
            var lamps = new MemoryWire(loop, "lamps", TimeSpan.Zero);
            var detectors = new MemoryWire(loop, "detectors", TimeSpan.Zero);
            spat.B.Received = datagram => _feed = TscbmMessage.TryParse(datagram.Bytes.Span, out var message, out _) ? message : _feed;
            lamps.B.Received = datagram => _lamps = LampStates.TryParse(datagram.Bytes.Span, out var states, out _) ? states : _lamps;
            var port = UdpPort.Open(loop, "agent", new IPEndPoint(IPAddress.Loopback, 0), null);
            var settings = new SignalControllerSettings([Plan(1), Plan(2)], []) { Ntcip = ntcip ?? new Ntcip1202Settings() };
            var agent = new SnmpAgentSettings { ReadCommunity = new Secret("public"), WriteCommunity = new Secret("orders"), MaxBindings = 20 };
            var controller = new SignalControllerEmulator(loop, settings, spat.A, lamps.A, detectors.B, port, agent);
            return (port, controller.Start(loop.Now));
        });
    }

    /// <summary>Where its agent listens.</summary>
    public IPEndPoint Local => _port.Local;

    /// <summary>Where its agent listens, as net-snmp's programs take it.</summary>
    public string Target => string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{Local.Port}");

    /// <summary>Calls a function on its loop and waits until its task has ended.</summary>
    public T CallAsync<T>(Func<EventLoop, Task<T>> function) => _thread.CallAsync(function);

    /// <summary>Waits until lamps and feed show something; false when they do not for long.</summary>
    public bool Shows(Func<LampStates, TscbmMessage, bool> expected) => _thread.CallAsync(async loop =>
    {
        var end = loop.Now + Patience;
        while (loop.Now < end)
        {
            if (_feed is { } feed && expected(_lamps, feed))
            {
                return true;
            }

            await Task.Delay(Pause, loop.Time);
        }

        return false;
    });

    public void Dispose()
    {
        _thread.CallAsync(async _ =>
        {
            _running.Dispose();
            await _port.DisposeAsync();
            return true;
        });
        _thread.Dispose();
    }

    private static TimingPlan Plan(int number) => new(
        number,
        [
            .. Enumerable.Range(1, 8).Select(phase => new PhaseTiming(
                phase, phase <= 4 ? 1 : 2, ((phase - 1) % 4 / 2) + 1, 1, 0.5, 2, 0.5, 0.5, phase % 2 == 0 ? 0.5 : 0, phase % 2 == 0 ? 0.5 : 0, Recall.None)),
        ]);
}
