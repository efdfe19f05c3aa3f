using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Emulators.Hosting;

/// <summary>Emulators on real sockets, run as a program runs them, on a thread of their own.</summary>
internal sealed class EmulatorHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task A_controller_waits_for_its_start_then_feeds_and_stops_when_told()
    {
        using var feed = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var settings = SampleSettings.Controller((IPEndPoint)feed.Client.LocalEndPoint!, new ControlSettings { Local = SampleSettings.Free }) with { StartOnCommand = true };
        await using var emulator = await RunningEmulator.StartAsync(settings);
        using var control = new ControlClient(emulator.Control);

        var waiting = await control.AskAsync("""{"ask": "health"}""");
        Assert.That(Word(waiting, "state"), Is.EqualTo("waiting"));
        Assert.That(Sent(waiting, "spat"), Is.Zero);

        await control.AskAsync("""{"ask": "start"}""");
        var running = await control.UntilAsync(health => Sent(health, "spat") >= 3);
        Assert.That(Word(running, "state"), Is.EqualTo("running"));
        using var patience = new CancellationTokenSource(Patience);
        var datagram = await feed.ReceiveAsync(patience.Token);
        Assert.That(TscbmMessage.TryParse(datagram.Buffer, out _, out var error), Is.True, error?.ToString());

        var stopping = await control.AskAsync("""{"ask": "stop"}""");
        Assert.That(Word(stopping, "reason"), Is.EqualTo("told to stop on the control port"));
        var end = await emulator.Ended.WaitAsync(Patience, TimeProvider.System);
        Assert.That(end.Cause, Is.EqualTo(EndCause.Told));
        Assert.That(end.Health.Links["spat"].Sent, Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task A_device_whose_starter_is_gone_ends_by_itself()
    {
        var settings = SampleSettings.RoadSideUnit(control: new ControlSettings { Local = SampleSettings.Free, Lifeline = TimeSpan.FromSeconds(1) });
        await using var emulator = await RunningEmulator.StartAsync(settings);

        var end = await emulator.Ended.WaitAsync(Patience, TimeProvider.System);

        Assert.That((end.Cause, end.Reason), Is.EqualTo((EndCause.LifelineGone, "nobody has asked for 1 s: whoever started this device is gone")));
    }

    [Test]
    public async Task A_device_announces_itself_where_it_is_told_to()
    {
        using var listener = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var control = new ControlSettings { Local = SampleSettings.Free, Announce = (IPEndPoint)listener.Client.LocalEndPoint! };
        await using var emulator = await RunningEmulator.StartAsync(SampleSettings.OnBoardUnit(control: control));
        using var patience = new CancellationTokenSource(Patience);

        var announced = JsonNode.Parse((await listener.ReceiveAsync(patience.Token)).Buffer)!;

        Assert.That((Word(announced, "name"), Word(announced, "kind"), Word(announced, "version")), Is.EqualTo(("obu1", "obu", EmulatorHost.Version)));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[1]")]
    [TestCase("""{"ask": "reboot"}""")]
    [TestCase("""{"ask": "\ud800"}""")]
    [TestCase("""{"\ud800": "health"}""")]
    [TestCase("""{"ask": "health", "at": "noon"}""")]
    public async Task A_request_that_is_none_is_answered_with_what_is_expected(string request)
    {
        await using var emulator = await RunningEmulator.StartAsync(SampleSettings.OnBoardUnit(control: new ControlSettings { Local = SampleSettings.Free }));
        using var control = new ControlClient(emulator.Control);

        var answer = await control.AskAsync(request);

        Assert.That(Word(answer, "reason"), Is.EqualTo("""not understood: expected {"ask": "health"}, "start" or "stop" """.TrimEnd()));
    }

    [Test]
    public async Task A_port_in_use_is_told_and_nothing_stays_open()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var settings = SampleSettings.OnBoardUnit(control: new ControlSettings { Local = (IPEndPoint)taken.Client.LocalEndPoint! });

        Assert.That(async () => await RunningEmulator.StartAsync(settings), Throws.TypeOf<LinkException>().With.Message.Contains("obu1.control: UDP port"));
    }

    [Test]
    public async Task A_device_that_nobody_listens_to_counts_that_and_goes_on()
    {
        var settings = SampleSettings.Controller(control: new ControlSettings { Local = SampleSettings.Free });
        settings = settings with { Links = settings.Links.SetItem("spat", new LinkSettings { Remote = SampleSettings.Discard }) };
        await using var emulator = await RunningEmulator.StartAsync(settings);
        using var control = new ControlClient(emulator.Control);

        var health = await control.UntilAsync(health => (long?)health["links"]!["spat"]!["unreachable"] > 0);

        Assert.That(Word(health, "state"), Is.EqualTo("running"));
    }

    private static string? Word(JsonNode health, string key) => (string?)health[key];

    private static long Sent(JsonNode health, string link) => (long)health["links"]![link]!["sent"]!;
}
