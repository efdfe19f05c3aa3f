using System.Net;
using System.Net.Sockets;
using HilBench.Drivers.Docker;
using HilBench.Emulators.Hosting;
using HilBench.Tests.Emulators.Hosting;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Drivers.Docker;

/// <summary>Emulated devices in containers, started by the bench through Docker's API.</summary>
[Category("Docker")]
internal sealed class DockerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private DirectoryInfo _folder = null!;
    private DockerRigHost _host = null!;

    [OneTimeSetUp]
    public async Task OpenDocker()
    {
        DockerDaemon.Require();
        _folder = Directory.CreateTempSubdirectory("hilbench-docker");
        _host = await DockerRigHost.OpenAsync(TestContext.Progress.WriteLine, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CloseDocker()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task A_controller_in_a_container_feeds_the_bench_and_takes_its_detector_calls()
    {
        using var feed = Listen();
        await using var device = await _host.StartAsync(SampleSettings.Controller(Endpoint(feed)) with { StartOnCommand = true }, LogFile("asc1"), CancellationToken.None);
        Assert.That(device.Health.State, Is.EqualTo("waiting"));

        await device.StartAsync(null, CancellationToken.None);
        var messages = new List<TscbmMessage>();
        while (messages.Count < 10)
        {
            var datagram = await ReceiveAsync(feed);
            Assert.That(TscbmMessage.TryParse(datagram, out var message, out var error), Is.True, error?.ToString());
            messages.Add(message!);
        }

        Assert.That(messages.Zip(messages.Skip(1), (one, next) => (byte)(next.Sequence - one.Sequence)), Is.All.EqualTo(1), "every datagram of the feed arrives");
        foreach (var port in new[] { device.PublishedPort("detectors"), device.BridgePort("detectors") })
        {
            var before = device.Health.Links["detectors"].Received;
            await SendAsync(port, new byte[14]);
            await UntilAsync(device, health => health.Links["detectors"].Received > before, $"what was sent to {port}");
        }
    }

    [Test]
    public async Task A_road_side_unit_in_a_container_turns_the_feed_into_SPaT_frames()
    {
        using var air = Listen();
        await using var device = await _host.StartAsync(SampleSettings.RoadSideUnit(Endpoint(air)), LogFile("rsu1"), CancellationToken.None);

        await SendAsync(device.PublishedPort("spat"), Feed());

        Assert.That(Message(await ReceiveAsync(air)), Is.TypeOf<SPAT>().With.Property("Intersections").Exactly(1).Items);
    }

    [Test]
    public async Task An_on_board_unit_in_a_container_takes_NMEA_and_sends_BSMs()
    {
        using var air = Listen();
        await using var device = await _host.StartAsync(SampleSettings.OnBoardUnit(Endpoint(air)), LogFile("obu1"), CancellationToken.None);
        using var gnss = new UdpClient(AddressFamily.InterNetwork);
        gnss.Connect(device.PublishedPort("gnss"));
        using var stop = new CancellationTokenSource();
        var driving = DriveAsync(gnss, stop.Token);

        Assert.That(Message(await ReceiveAsync(air)), Is.TypeOf<BasicSafetyMessage>());

        await stop.CancelAsync();
        await driving;
    }

    [Test]
    public async Task A_container_that_docker_pause_freezes_says_that_it_ran_late()
    {
        await using var device = await _host.StartAsync(SampleSettings.Controller(Loose()), LogFile("frozen"), CancellationToken.None);
        var clock = new ContainerClock(device);
        await UntilAsync(device, health => health.State == "running", "its start");
        _ = clock.TakeLateness();

        Peers.Run("docker", "pause", device.ContainerId);
        await Task.Delay(TimeSpan.FromMilliseconds(600), TimeProvider.System, CancellationToken.None);
        Peers.Run("docker", "unpause", device.ContainerId);
        await clock.AskAsync(CancellationToken.None);

        var late = clock.TakeLateness();
        Assert.That(late.Max(span => span.Lateness), Is.GreaterThan(TimeSpan.FromMilliseconds(450)), string.Join(", ", late));
        Assert.That(clock.TakeLateness(), Has.All.Property("Item2").LessThan(TimeSpan.FromMilliseconds(450)), "what was told is not told again");
    }

    [Test]
    public async Task A_killed_container_is_noticed_with_the_reason_and_removed_and_its_log_is_kept()
    {
        var log = LogFile("killed");
        var device = await _host.StartAsync(SampleSettings.Controller(Loose()), log, CancellationToken.None);

        Peers.Run("docker", "kill", device.ContainerId);
        var end = await device.Ended.WaitAsync(Patience, TimeProvider.System);

        Assert.That((end.ExitCode, end.Reason), Is.EqualTo((137, "asc1: its container was killed (SIGKILL, exit code 137): by 'docker kill', or for want of memory.")));
        Assert.That(async () => await device.AskAsync(CancellationToken.None), Throws.TypeOf<DockerException>().With.Message.Contains("was killed").And.Message.Contains("\"state\":\"waiting\""));
        await device.DisposeAsync();
        Assert.That(DockerDaemon.Knows(device.ContainerId), Is.False);
        Assert.That(await File.ReadAllTextAsync(log), Does.Contain("\"name\":\"asc1\""));
    }

    [Test]
    public async Task A_device_that_is_done_with_says_so_in_its_log_and_leaves_no_container()
    {
        var log = LogFile("done");
        var device = await _host.StartAsync(SampleSettings.Controller(Loose()), log, CancellationToken.None);

        await device.DisposeAsync();

        Assert.That((await device.Ended).ExitCode, Is.Zero);
        Assert.That(DockerDaemon.Knows(device.ContainerId), Is.False);
        Assert.That(await File.ReadAllTextAsync(log), Does.Contain("told to stop on the control port"));
    }

    [Test]
    public async Task Two_benches_start_devices_of_the_same_name_at_the_same_time()
    {
        await using var other = await DockerRigHost.OpenAsync(null, CancellationToken.None);

        var devices = await Task.WhenAll(
            _host.StartAsync(SampleSettings.OnBoardUnit(Loose()), LogFile("one"), CancellationToken.None),
            other.StartAsync(SampleSettings.OnBoardUnit(Loose()), LogFile("two"), CancellationToken.None));

        Assert.That(other.Image, Is.EqualTo(_host.Image));
        Assert.That(devices.Select(device => device.PublishedPort("gnss").Port).Distinct().Count(), Is.EqualTo(2));
        Assert.That(devices.Select(device => device.PublishedPort("gnss").Address), Is.All.EqualTo(IPAddress.Loopback));
        foreach (var device in devices)
        {
            await device.DisposeAsync();
        }
    }

    [Test]
    public async Task Images_of_older_programs_are_removed_but_for_the_last_ones()
    {
        var empty = Path.Combine(_folder.FullName, "empty.tar");
        await File.WriteAllBytesAsync(empty, new byte[1024]);
        for (var number = 0; number < 5; number++)
        {
            Peers.Run("docker", "import", "--change", "LABEL hilbench=image", "--change", $"LABEL number={number}", empty, $"hilbench-emulator:old{number}");
        }

        await using var host = await DockerRigHost.OpenAsync(null, CancellationToken.None);

        var images = Peers.Run("docker", "images", "--quiet", "--filter", "label=hilbench=image").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(images.Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(3));
        Assert.That(Peers.Run("docker", "images", "--quiet", host.Image), Is.Not.Empty, "the present one is kept");
    }

    [Test]
    public void A_device_that_does_not_take_its_settings_is_told_with_its_last_lines()
    {
        var settings = SampleSettings.Controller(Loose());

        Assert.That(
            async () => await _host.StartAsync(settings with { SignalController = settings.SignalController! with { Plans = [] } }, null, CancellationToken.None),
            Throws.TypeOf<DockerException>().With.Message.Contains("exit code 64").And.Message.Contains("needs at least one timing plan"));
    }

    [Test]
    public void A_port_in_use_is_told_and_leaves_no_container()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var settings = SampleSettings.OnBoardUnit(Loose());
        settings = settings with { Name = "obu-taken", Links = settings.Links.SetItem("gnss", new LinkSettings { Local = Endpoint(taken) }) };

        Assert.That(async () => await _host.StartAsync(settings, null, CancellationToken.None), Throws.TypeOf<DockerException>().With.Message.Contains("is in use").And.Message.Contains("ss -ulpn"));
        Assert.That(Peers.Run("docker", "ps", "-aq", "--filter", "label=hilbench=obu-taken"), Is.Empty);
    }

    [Test]
    public void A_port_that_others_could_reach_is_refused()
    {
        var settings = SampleSettings.OnBoardUnit(Loose());
        settings = settings with { Links = settings.Links.SetItem("gnss", new LinkSettings { Local = new IPEndPoint(IPAddress.Any, 0) }) };

        Assert.That(async () => await _host.StartAsync(settings, null, CancellationToken.None), Throws.TypeOf<DockerException>().With.Message.Contains("on 127.0.0.1 only"));
    }

    private IPEndPoint Loose() => new(_host.BenchAddress, 9);

    private UdpClient Listen() => new(new IPEndPoint(_host.BenchAddress, 0));

    private string LogFile(string name) => Path.Combine(_folder.FullName, "logs", $"{name}.log");

    private static IPEndPoint Endpoint(UdpClient socket) => (IPEndPoint)socket.Client.LocalEndPoint!;

    private static async Task<byte[]> ReceiveAsync(UdpClient socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        return (await socket.ReceiveAsync(patience.Token)).Buffer;
    }

    private static async Task SendAsync(IPEndPoint to, byte[] datagram)
    {
        using var socket = new UdpClient(AddressFamily.InterNetwork);
        await socket.SendAsync(datagram, to);
    }

    private static async Task UntilAsync(ContainerDevice device, Func<EmulatorHealth, bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition(await device.AskAsync(patience.Token)))
        {
            Assert.That(patience.IsCancellationRequested, Is.False, what);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task DriveAsync(UdpClient gnss, CancellationToken stop)
    {
        var utc = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        while (!stop.IsCancellationRequested)
        {
            await gnss.SendAsync(new GnssFix(utc, 42.5, -83.25, 200, -34, 10, 90).Encode(), CancellationToken.None);
            utc += TimeSpan.FromMilliseconds(100);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    private static byte[] Feed() => new TscbmMessage
    {
        Blocks = [.. Enumerable.Range(1, TscbmMessage.BlockCount).Select(phase => new TscbmBlock((byte)phase, 100, 200, 0, 0, 0, 0))],
        PhaseGreens = 1 << 1,
        PhaseReds = 1 << 3,
    }.Encode();

    private static object Message(byte[] frame)
    {
        Assert.That(EthernetFrame.TryParse(frame, out var ethernet, out var error), Is.True, error?.ToString());
        Assert.That(WsmpMessage.TryParse(ethernet!.Payload.Span, out var wsmp, out error), Is.True, error?.ToString());
        Assert.That(Dot2Data.TryUnwrap(wsmp!.Payload.Span, out var payload, out _), Is.True);
        return MessageFrame.Decode(payload).Value.Value!;
    }
}
