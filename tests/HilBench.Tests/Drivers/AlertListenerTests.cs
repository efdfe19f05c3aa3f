using System.Globalization;
using System.Net;
using HilBench.Drivers;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Tests.Links;
using HilBench.Wire.Alerts;

namespace HilBench.Tests.Drivers;

internal sealed class AlertListenerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AlertMessage Alert = new(Noon, "obu1", AlertMessage.ForwardCollision, true) { Vehicle = "01020304", DistanceMetres = 12.5 };

    [Test]
    public void Alerts_arrive_over_a_stream_however_it_is_cut_and_over_datagrams()
    {
        using var loop = EventLoop.CreateVirtual(Instant.FromUtc(Noon));
        var heard = new List<AlertMessage>();
        loop.Run(async () =>
        {
            var stream = new MemoryStreamWire(loop, "alerts", TimeSpan.Zero, _ => 7);
            var wire = new MemoryWire(loop, "alerts", TimeSpan.Zero);
            _ = new AlertListener(SamplePlan.OnBoardUnit, stream.B) { Alerted = heard.Add };
            _ = new AlertListener(SamplePlan.OnBoardUnit, wire.B) { Alerted = heard.Add };
            new StreamAlerts(stream.A).Raise(Alert);
            new DatagramAlerts(wire.A).Raise(Alert with { Active = false });
            await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
        });

        Assert.That(heard, Is.EquivalentTo(new[] { Alert, Alert with { Active = false } }));
    }

    [Test]
    public void Alerts_arrive_over_a_broker_and_its_going_is_told()
    {
        using var loop = EventLoop.CreateVirtual(Instant.FromUtc(Noon));
        var heard = new List<AlertMessage>();
        loop.Run(async () =>
        {
            var broker = new MemoryBroker(loop, TimeSpan.Zero);
            var listener = new AlertListener(SamplePlan.OnBoardUnit, broker.Connect("bench"), "obu1/alerts") { Alerted = heard.Add };
            var unit = new BusAlerts(broker.Connect("obu1"), "obu1/alerts");
            unit.Raise(Alert);
            await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            broker.Stop();
            unit.Raise(Alert);
            Assert.That(unit.Lost, Is.EqualTo(1));
            Assert.That(listener.Fault, Is.EqualTo("the broker was stopped"));
        });

        Assert.That(heard, Is.EqualTo([Alert]));
    }

    [Test]
    public void Garbage_is_counted_with_the_reason_and_what_follows_is_heard()
    {
        using var loop = EventLoop.CreateVirtual(Instant.FromUtc(Noon));
        var heard = new List<AlertMessage>();
        loop.Run(async () =>
        {
            var stream = new MemoryStreamWire(loop, "alerts", TimeSpan.Zero);
            var listener = new AlertListener(SamplePlan.OnBoardUnit, stream.B) { Alerted = heard.Add };
            stream.A.Send("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
            new StreamAlerts(stream.A).Raise(Alert);
            await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            stream.Pull();
            await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            Assert.That(listener.Refused, Is.EqualTo(1));
            Assert.That(listener.LastRefusal, Does.StartWith("obu1.alerts: "));
            Assert.That(listener.Fault, Does.Contain("pulled"));
        });

        Assert.That(heard, Is.EqualTo([Alert]));
    }

    [Test]
    [Category("Peer")]
    public void socat_carries_alerts_and_Pythons_json_reads_them()
    {
        Peers.Require("socat", "socat");
        var python = PeerProcess.RequirePython("json", "python3");
        const string Reader = """
            import json, sys
            for line in sys.stdin:
                a = json.loads(line)
                print(a['device'], a['rule'], a['active'], a.get('vehicle'), a.get('distanceMetres'), flush=True)
            """;
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var probe = UdpPort.Open(loop, "probe", new IPEndPoint(IPAddress.Loopback, 0), null);
            var port = probe.Local.Port;
            await probe.DisposeAsync();
            var script = Path.GetTempFileName();
            await File.WriteAllTextAsync(script, Reader);
            using var peer = PeerProcess.Start("socat", "-u", $"UDP4-RECV:{port.ToString(CultureInfo.InvariantCulture)},bind=127.0.0.1", $"EXEC:{python} {script}");
            await using var sender = UdpPort.Open(loop, "obu1.alerts", new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.Loopback, port));
            var alerts = new DatagramAlerts(sender);
            await Patience.UntilAsync(
                loop,
                () =>
                {
                    alerts.Raise(Alert);
                    return peer.Lines.Length > 0;
                },
                "Python prints an alert");

            File.Delete(script);
            Assert.That(peer.Lines[0], Is.EqualTo("obu1 forward-collision-warning True 01020304 12.5"));
        });
    }

    [Test]
    [Category("Peer")]
    public void Alerts_that_Python_writes_over_socat_and_TCP_are_heard()
    {
        Peers.Require("socat", "socat");
        var python = PeerProcess.RequirePython("json", "python3");
        const string Writer = """
            import json, time
            for i in range(3):
                print(json.dumps({'time': '2026-07-01T12:00:0%d.250Z' % i, 'device': 'obu1', 'rule': 'red-light-violation-warning', 'active': i != 1, 'vendor': {'x': [1, None]}, 'intersection': 1001, 'signalGroup': 2}), flush=True)
            time.sleep(60)
            """;
        using var loop = EventLoop.CreateWall();
        var heard = new List<AlertMessage>();
        loop.Run(async () =>
        {
            var script = Path.GetTempFileName();
            await File.WriteAllTextAsync(script, Writer);
            await using var probe = UdpPort.Open(loop, "probe", new IPEndPoint(IPAddress.Loopback, 0), null);
            var remote = new IPEndPoint(IPAddress.Loopback, probe.Local.Port);
            using var peer = PeerProcess.Start("socat", "-u", $"EXEC:{python} {script}", $"TCP4-LISTEN:{remote.Port.ToString(CultureInfo.InvariantCulture)},bind=127.0.0.1,reuseaddr");
            TcpPort? stream = null;
            for (var tries = 0; stream is null; tries++)
            {
                try
                {
                    stream = await TcpPort.ConnectAsync(loop, "obu1.alerts", remote, Patience.Limit);
                }
                catch (LinkException) when (tries < 100)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);
                }
            }

            await using (stream)
            {
                _ = new AlertListener(SamplePlan.OnBoardUnit, stream) { Alerted = heard.Add };
                await Patience.UntilAsync(loop, () => heard.Count == 3, "three alerts are heard");
            }

            File.Delete(script);
        });

        Assert.That(heard.Select(alert => (alert.Active, alert.Intersection, alert.SignalGroup)), Is.EqualTo(new (bool, int?, int?)[] { (true, 1001, 2), (false, 1001, 2), (true, 1001, 2) }));
        Assert.That(heard[2].Time, Is.EqualTo(Noon.AddSeconds(2.25)));
    }
}
