using System.Net;
using System.Net.Sockets;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>Sends garbage and halves of datagrams to ports as fast as it can, on a thread of its own, up to a bound.</summary>
internal sealed class Flood : IDisposable
{
    private const int Most = 200_000;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Random _random = new(20260701);
    private Thread? _thread;
    private volatile bool _ended;

    public Flood() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>Datagrams sent.</summary>
    public int Sent { get; private set; }

    public void Begin(IPEndPoint[] targets)
    {
        Assert.That(targets, Is.Not.Empty);
        _thread = new Thread(() => Send(targets)) { IsBackground = true, Name = "flood" };
        _thread.Start();
    }

    public void End() => _ended = true;

    public void Dispose()
    {
        End();
        _thread?.Join();
        _socket.Dispose();
    }

    private void Send(IPEndPoint[] targets)
    {
        var octets = new byte[1400];
        while (!_ended && Sent < Most)
        {
            _random.NextBytes(octets);
            var length = _random.Next(octets.Length);
            // Half of a TSCBM, of an SNMP message, of RSU 4.1 text: beginnings that parsers go on from.
            switch (_random.Next(4))
            {
                case 0:
                    (octets[0], length) = (0xCD, 120);
                    break;
                case 1:
                    (octets[0], octets[1], length) = (0x30, 0x40, 32);
                    break;
                case 2:
                    "Version=0.7\nType=SPAT\nPayload="u8.CopyTo(octets);
                    break;
            }

            _socket.SendTo(octets.AsSpan(0, length), targets[Sent % targets.Length]);
            Sent++;
        }
    }
}
