using System.Globalization;
using System.Net;
using HilBench.Emulators;
using HilBench.Emulators.Rsu;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Tests.Links;
using HilBench.Wire;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

/// <summary>A managed road-side unit on the wall clock whose SNMP agent listens on a UDP port of 127.0.0.1, for programs to talk to.</summary>
internal sealed class HostedUnit : IDisposable
{
    public const string AuthenticationPassword = "authpass123";
    public const string PrivacyPassword = "privpass123";

    private readonly LoopThread _thread = new();
    private readonly UdpPort _port;
    private readonly RsuEmulator _unit;
    private readonly MemoryWire _air;
    private readonly List<byte[]> _frames = [];

    /// <summary>Starts a unit.</summary>
    /// <param name="mib">Its MIB.</param>
    /// <param name="authentication">How its user is authenticated.</param>
    /// <param name="privacy">How its user's messages are encrypted.</param>
    /// <param name="personalities">Its personalities.</param>
    public HostedUnit(RsuMib mib, UsmAuthentication authentication, UsmPrivacy privacy, params string[] personalities)
    {
        var user = new UsmUser("bench", authentication, new Secret(AuthenticationPassword), privacy, new Secret(PrivacyPassword));
        (_port, _unit, _air) = _thread.Call(loop =>
        {
            var port = UdpPort.Open(loop, "rsu1.snmp", new IPEndPoint(IPAddress.Loopback, 0), null);
            var air = new MemoryWire(loop, "air", TimeSpan.Zero);
            air.B.Received = datagram => _frames.Add(datagram.Bytes.ToArray());
            var ports = new RsuPorts(Wire(loop), Wire(loop), Wire(loop), air.A) { Snmp = port };
            var settings = new RsuSettings(1, [], [], [2, 0, 0, 0, 0, 1], TimeSpan.Zero, [], 7) { Personalities = [.. personalities] };
            var management = new RsuManagementSettings(mib, new RsuPosition(42.3, -83.7, 250))
            {
                Agent = new SnmpAgentSettings { Users = [new SnmpAgentUser(user)] },
                Dial = host => UdpPort.Open(loop, "rsu1.fwd", new IPEndPoint(IPAddress.Loopback, 0), host),
            };
            return (port, new RsuEmulator(loop, settings, ports, management), air);
        });
    }

    /// <summary>Where the agent listens.</summary>
    public IPEndPoint Local => _port.Local;

    /// <summary>The same, as net-snmp's programs take it.</summary>
    public string Target => string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{Local.Port}");

    /// <summary>The Ethernet frames it sent so far.</summary>
    public byte[][] Frames => _thread.Call(_ => _frames.ToArray());

    /// <summary>The frames, once there are so many; waits ten seconds for them.</summary>
    public byte[][] WaitForFrames(int count) => _thread.CallAsync(async loop =>
    {
        for (var i = 0; i < 1000 && _frames.Count < count; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
        }

        return _frames.ToArray();
    });

    /// <summary>Lets the radio hear a frame.</summary>
    public void Hear(byte[] frame) => _thread.Call(_ => _air.B.Send(frame));

    /// <summary>Calls a function on the unit's loop and waits until its task has ended.</summary>
    public T CallAsync<T>(Func<EventLoop, Task<T>> function) => _thread.CallAsync(function);

    public void Dispose()
    {
        _thread.CallAsync(async _ =>
        {
            await _unit.DisposeAsync();
            await _port.DisposeAsync();
            return true;
        });
        _thread.Dispose();
    }

    private static IDatagramPort Wire(EventLoop loop) => new MemoryWire(loop, "wire", TimeSpan.Zero).B;
}
