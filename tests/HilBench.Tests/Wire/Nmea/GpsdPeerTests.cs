using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HilBench.Drivers;
using HilBench.Geometry;
using HilBench.Links;
using HilBench.Running;
using HilBench.Scenarios;
using HilBench.Tests.Drivers;
using HilBench.Tests.Links;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Wire.Nmea;

/// <summary>gpsd reads what we send as a GNSS receiver: the truth of a scenario, at 10 Hz by the wall clock.</summary>
[Platform("Linux")]
[Category("Peer")]
internal sealed class GpsdPeerTests
{
    private const int Enough = 15;
    private const double Separation = -34.2;

    // gpsd's first reports, before it has seen a whole epoch, lack some of them.
    private static readonly string[] Compared = ["time", "ept", "lat", "lon", "altHAE", "altMSL", "speed", "track"];
    private static readonly Scenario Short = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));

    [Test]
    public void gpsd_reads_the_scenarios_truth_from_a_serial_line()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var line = PseudoTerminal.Open(loop, "obu1.gnss");
            var driver = new GnssReceiverDriver(SamplePlan.OnBoardUnit, line, NmeaStyle.Usual, Separation);
            await CompareAsync(loop, line.SlavePath, driver.Report);
        });
    }

    [Test]
    public void gpsd_reads_the_scenarios_truth_from_datagrams()
    {
        var free = FreePort();
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = UdpPort.Open(loop, "obu1.gnss", new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.Loopback, free));
            await CompareAsync(loop, $"udp://127.0.0.1:{free}", fix => port.Send(new GnssEpoch(fix with
            {
                AltitudeMetres = fix.EllipsoidHeightMetres - Separation,
                GeoidSeparationMetres = Separation,
            }).Encode(NmeaStyle.Usual)));
        });
    }

    private static async Task CompareAsync(EventLoop loop, string source, Action<GnssFix> report)
    {
        Peers.Require("gpspipe", "gpsd-clients");
        if (!File.Exists("/usr/sbin/gpsd"))
        {
            Peers.Missing("gpsd is not installed", "apt-get install gpsd");
        }

        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        using var gpsd = PeerProcess.Start("/usr/sbin/gpsd", "-N", "-n", "-S", port, source);
        var sent = new Dictionary<DateTimeOffset, GnssFix>();
        using var receiver = Receive(loop, fix =>
        {
            sent[fix.Utc] = fix;
            report(fix);
        });
        await Task.Delay(TimeSpan.FromMilliseconds(500), loop.Time);
        using var client = PeerProcess.Start("gpspipe", "-w", $"127.0.0.1:{port}");
        var reports = Array.Empty<JsonElement>();
        await Patience.UntilAsync(
            loop,
            () => (reports = Reports(client.Lines)).Length >= Enough,
            "gpsd reports whole positions");

        var compared = reports.Where(tpv => sent.ContainsKey(tpv.GetProperty("time").GetDateTimeOffset())).ToArray();
        Assert.That(compared, Has.Length.GreaterThanOrEqualTo(Enough));
        foreach (var tpv in compared)
        {
            Check(tpv, sent[tpv.GetProperty("time").GetDateTimeOffset()]);
        }
    }

    private static void Check(JsonElement tpv, GnssFix fix)
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(Number(tpv, "lat"), Is.EqualTo(fix.Latitude).Within(2e-9));
        Assert.That(Number(tpv, "lon"), Is.EqualTo(fix.Longitude).Within(2e-9));
        Assert.That(Number(tpv, "altHAE"), Is.EqualTo(fix.EllipsoidHeightMetres).Within(0.011));
        Assert.That(Number(tpv, "altMSL"), Is.EqualTo(fix.EllipsoidHeightMetres - Separation).Within(0.011));
        Assert.That(Number(tpv, "speed"), Is.EqualTo(fix.SpeedMetresPerSecond).Within(0.0015));
        Assert.That(Number(tpv, "ept"), Is.Positive);
        Assert.That(Math.IEEERemainder(Number(tpv, "track") - fix.CourseDegrees!.Value, 360), Is.EqualTo(0).Within(0.0011));
    }

    private static double Number(JsonElement tpv, string name) => tpv.GetProperty(name).GetDouble();

    private static JsonElement[] Reports(string[] lines) =>
    [
        .. lines.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(report => report.GetProperty("class").GetString() == "TPV" && Compared.All(name => report.TryGetProperty(name, out _))),
    ];

    /// <summary>A vehicle of the scenario under way, and what a receiver on it would report each tenth of a second.</summary>
    private static IDisposable Receive(EventLoop loop, Action<GnssFix> report)
    {
        var world = new World(Short);
        var plane = new TangentPlane(Short.Site.Reference);
        var elapsed = TimeSpan.Zero;
        while (world.OnSite.Count == 0 || world.OnSite[0].Speed < 5)
        {
            elapsed += World.Tick;
            world.Step(elapsed, _ => SignalLight.Green);
        }

        var first = new Instant((loop.Now.UnixNanoseconds / 100_000_000 * 100_000_000) + 100_000_000);
        return loop.Every(first, World.Tick, deadline =>
        {
            elapsed += World.Tick;
            world.Step(elapsed, _ => SignalLight.Green);
            if (world.OnSite.Count > 0)
            {
                var vehicle = world.OnSite[0];
                var place = plane.ToGeo(vehicle.Place.Point);
                var course = vehicle.Speed > 0.1 ? vehicle.Place.Heading : (double?)null;
                report(new GnssFix(deadline.ToUtc(), place.Latitude, place.Longitude, place.Elevation, 0, vehicle.Speed, course));
            }
        });
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
