using System.Collections.Immutable;
using HilBench.Drivers.GbT20999;
using HilBench.Emulators.GbT20999;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Tests.Emulators.GbT20999;
using HilBench.Wire.GbT20999;
using SignalOrders = HilBench.Emulators.GbT20999.SignalOrders;

namespace HilBench.Tests.Drivers.GbT20999;

/// <summary>The bench's end against the emulated controller; what each says by itself is held by the frame tests.</summary>
internal sealed class GbT20999Tests
{
    private const uint ControllerId = 0x0C48FC;
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private static readonly GbParty Party = new(GbParty.Version102, 5, ControllerId, 1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    [TestCase(false)]
    [TestCase(true)]
    public void Lamps_stages_and_configuration_are_read(bool overStream) => Run([], overStream, async (bench, program, _) =>
    {
        var lamps = await bench.Driver.ReadLampsAsync();
        Assert.That((lamps.Greens, lamps.Reds, lamps.PedClears, lamps.DontWalks), Is.EqualTo(((ushort)1, (ushort)2, (ushort)1, (ushort)0)));
        Assert.That(await bench.Driver.ReadStageAsync(), Is.EqualTo((1, GbStageState.Served, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8))));
        var items = await bench.Driver.ReadConfigurationAsync(CancellationToken.None);
        Assert.That(items, Does.Contain(new ConfigurationItem("manufacturer", "HilBench")).And.Contain(new ConfigurationItem("stage 2 phases", "2")));
        program.Lamps = program.Lamps with { Greens = 0, Yellows = 1 };
        Assert.That((await bench.Driver.ReadLampsAsync()).Yellows, Is.EqualTo(1));
        Assert.That(bench.Session.Deviations, Is.Empty);
    });

    [Test]
    public void Orders_are_followed_shown_and_given_back() => Run([], overStream: false, async (bench, program, _) =>
    {
        await bench.Driver.OrderStageAsync(2, Limit);
        await bench.Driver.OrderPlanAsync(3, Limit);
        Assert.That(program.Orders, Is.EqualTo(new SignalOrders(2, 3, false, false)));
        Assert.That(await bench.Session.QueryNumberAsync(GbObjects.RunMode.Of(1)), Is.EqualTo((uint)GbRunMode.CentreManual));
        await bench.Driver.OrderFlashAsync(flash: true, Limit);
        Assert.That(program.Flashing, Is.True);
        await bench.Driver.OrderFlashAsync(flash: false, Limit);
        await bench.Driver.OrderStageAsync(0, Limit);
        await bench.Driver.OrderPlanAsync(0, Limit);
        Assert.That(program.Orders, Is.EqualTo(default(SignalOrders)));
        Assert.That(await bench.Session.QueryNumberAsync(GbObjects.RunMode.Of(1)), Is.EqualTo((uint)GbRunMode.LocalActuated));
    });

    [Test]
    public void A_controller_that_says_done_and_does_nothing_is_not_believed() => Run(["gb-set-ignored"], overStream: false, async (bench, _, _) =>
        await Assert.ThatAsync(
            () => bench.Driver.OrderStageAsync(2, Limit),
            Throws.TypeOf<GbT20999Exception>().With.Message.Contains("took the order for stage 2").And.Message.Contains("(13.2.4.1) still is 1")));

    [Test]
    public void Refusals_are_told_with_the_controller_s_reason() => Run([], overStream: true, async (bench, program, _) =>
    {
        await Assert.ThatAsync(
            () => bench.Driver.OrderPlanAsync(2, Limit),
            Throws.TypeOf<GbT20999Exception>().With.Property("Error").EqualTo(GbErrorCode.OutOfRange).And.Message.EqualTo("asc1 refused Set of 17.3.0.0 = 02, 17.3.0.0: OutOfRange (0x12)."));
        await Assert.ThatAsync(
            () => bench.Session.QueryAsync([GbObjects.LampGroupState.Of(200)]), Throws.TypeOf<GbT20999Exception>().With.Property("Error").EqualTo(GbErrorCode.NotThere));
        await Assert.ThatAsync(
            () => bench.Session.SetAsync((GbObjects.PlanCount, [9])), Throws.TypeOf<GbT20999Exception>().With.Property("Error").EqualTo(GbErrorCode.ReadOnly));
        await Assert.ThatAsync(
            () => bench.Session.SetAsync((GbObjects.OrderedMode, [(byte)GbRunMode.AllOff])),
            Throws.TypeOf<GbT20999Exception>().With.Property("Error").EqualTo(GbErrorCode.ControlFailed));
        await Assert.ThatAsync(
            () => bench.Session.SetAsync((GbObjects.OrderedStage, [2]), (GbObjects.OrderedPlan, [1, 1])),
            Throws.TypeOf<GbT20999Exception>().With.Property("Error").EqualTo(GbErrorCode.WrongLength));
        Assert.That(program.Orders.Stage, Is.Zero, "one value was refused: none is set");
    });

    [Test]
    public void Alarms_and_faults_arrive_as_traps_and_can_be_read_again() => Run([], overStream: true, async (bench, _, emulator) =>
    {
        var reports = new List<GbReport>();
        bench.Session.Reported = reports.Add;
        await bench.Session.HeartbeatAsync();
        emulator.RaiseAlarm(0x60, 0x70);
        emulator.ReportFault(0x20, 0x10);
        await Task.Delay(TimeSpan.FromSeconds(1), bench.Loop.Time);

        Assert.That(reports.Select(report => (report.IsFault, report.Number, report.Kind, report.Detail)), Is.EqualTo(
            new (bool, uint?, byte?, byte?)[] { (false, 1, 0x60, 0x70), (true, 1, 0x20, 0x10) }));
        Assert.That(await bench.Session.QueryNumberAsync(GbObjects.AlarmCount), Is.EqualTo(1));
        Assert.That(await bench.Session.QueryNumberAsync(GbObjects.FaultAction.Of(1)), Is.EqualTo(0x10));
    });

    [TestCase("gb-version-100", "asked in version 0x0102, the controller answers in 0x0100")]
    [TestCase("gb-heartbeat-71", "heartbeats are answered with type 0x71, not 0x80")]
    [TestCase("gb-escapes-on-udp", "frames are escaped on UDP too")]
    public void A_quirk_that_can_be_put_up_with_is_put_up_with_and_named(string personality, string deviation) =>
        Run([personality], overStream: false, async (bench, _, _) =>
        {
            await bench.Session.HeartbeatAsync();
            // A value with an octet that needs an escape.
            await bench.Session.SetAsync((GbObjects.OrderedStage, [1]));
            await bench.Driver.ReadStageAsync();
            for (var i = 0; i < 0x80; i++)
            {
                await bench.Session.QueryAsync([GbObjects.PlanCount]);
            }

            Assert.That(bench.Session.Deviations, Is.EqualTo([deviation]));
        });

    [Test]
    public void Answers_with_a_sequence_of_their_own_are_taken_only_when_the_settings_say_so()
    {
        Run(["gb-own-sequence"], overStream: false, async (bench, _, _) =>
        {
            await Assert.ThatAsync(
                () => bench.Session.QueryAsync([GbObjects.PlanCount]),
                Throws.TypeOf<GbT20999Exception>().With.Message.Contains("has no answer after 3 s and 3 attempts"));
            Assert.That(bench.Session.Unasked, Is.EqualTo(3));
        });
        Run(
            ["gb-own-sequence"],
            overStream: false,
            async (bench, _, _) =>
            {
                Assert.That(await bench.Session.QueryNumberAsync(GbObjects.PlanCount), Is.EqualTo(2));
                Assert.That(bench.Session.Deviations, Is.EqualTo(["answers have sequence numbers of their own"]));
            },
            settings => settings with { AnswersHaveOwnSequence = true });
    }

    [Test]
    public void Short_stage_times_and_orders_as_a_table_are_understood() => Run(
        ["gb-stage-times-u16", "gb-order-table", "gb-orders-hidden"],
        overStream: false,
        async (bench, program, _) =>
        {
            await bench.Driver.OrderStageAsync(2, Limit);
            Assert.That(program.Orders.Stage, Is.EqualTo(2));
            Assert.That(await bench.Driver.ReadStageAsync(), Is.EqualTo((2, GbStageState.Served, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8))));
            await Assert.ThatAsync(
                () => bench.Session.QueryAsync([GbObjects.OrderTable with { Attribute = 2, Element = 1 }]),
                Throws.TypeOf<GbT20999Exception>().With.Property("Error").EqualTo(GbErrorCode.NotThere));
        },
        settings => settings with { OrdersAreTable = true });

    [Test]
    public void A_silent_controller_is_told_with_what_to_check_and_a_watch_goes_on_when_it_comes_back()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        loop.Run(async () =>
        {
            var wire = new MemoryWire(loop, "asc1.gbt20999", TimeSpan.FromMilliseconds(1));
            var bench = Bench.Over(loop, new GbT20999Session(loop, Settings, wire.A));
            using var stop = new CancellationTokenSource();
            var watch = bench.Driver.WatchAsync(stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(5), loop.Time);
            Assert.That(bench.Driver.Lamps, Is.Null);
            Assert.That(bench.Driver.Trouble, Does.StartWith("asc1: Query of 3.3.1.1, 3.3.1.2, 3.3.1.3 has no answer after 3 s and 3 attempts. Check address and port"));
            wire.B.Send(new byte[] { 1, 2, 3 });

            var emulator = new GbT20999Emulator(loop, new GbT20999Settings(ControllerId, 1, []), new ScriptedProgram());
            emulator.Serve(wire.B);
            await Task.Delay(TimeSpan.FromSeconds(5), loop.Time);
            Assert.That(bench.Driver.Trouble, Is.Null);
            Assert.That(bench.Driver.Lamps, Is.Not.Null);
            Assert.That(bench.Session.Unreadable, Is.EqualTo(1));
            await stop.CancelAsync();
            await watch;
        });
    }

    [Test]
    public void Noise_and_another_s_frames_on_the_line_do_not_disturb_either_end()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        loop.Run(async () =>
        {
            var random = new Random(3);
            var wire = new MemoryStreamWire(loop, "asc1.gbt20999", TimeSpan.FromMilliseconds(1), _ => random.Next(1, 9));
            var emulator = new GbT20999Emulator(loop, new GbT20999Settings(ControllerId, 1, []), new ScriptedProgram());
            emulator.Serve(wire.B);
            var bench = Bench.Over(loop, new GbT20999Session(loop, Settings, wire.A));
            var other = GbEscape.Add(GbFrame.Of(Party with { ControllerId = 1 }, 1, GbFrameType.Query, (GbObjects.PlanCount, [])).Encode());
            for (var round = 0; round < 200; round++)
            {
                var noise = new byte[random.Next(40)];
                random.NextBytes(noise);
                wire.A.Send(noise);
                wire.B.Send(noise);
                wire.A.Send(other);
                Assert.That(await bench.Session.QueryNumberAsync(GbObjects.PlanCount), Is.EqualTo(2));
            }

            Assert.That(emulator.Ignored, Is.GreaterThan(200));
            wire.Pull();
            await Assert.ThatAsync(
                () => bench.Session.QueryAsync([GbObjects.PlanCount]),
                Throws.TypeOf<GbT20999Exception>().With.Message.EqualTo("asc1: Query of 9.1.0.0 has no answer: asc1.gbt20999.a: the wire was pulled."));
        });
    }

    private static GbT20999SessionSettings Settings => new("asc1", Party);

    private static void Run(
        string[] personalities,
        bool overStream,
        Func<Bench, ScriptedProgram, GbT20999Emulator, Task> body,
        Func<GbT20999SessionSettings, GbT20999SessionSettings>? change = null)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        loop.Run(async () =>
        {
            var program = new ScriptedProgram();
            var emulator = new GbT20999Emulator(loop, new GbT20999Settings(ControllerId, 1, [.. personalities]), program);
            var settings = change?.Invoke(Settings) ?? Settings;
            GbT20999Session session;
            if (overStream)
            {
                var wire = new MemoryStreamWire(loop, "asc1.gbt20999", TimeSpan.FromMilliseconds(1), _ => 5);
                emulator.Serve(wire.B);
                session = new GbT20999Session(loop, settings, wire.A);
            }
            else
            {
                var wire = new MemoryWire(loop, "asc1.gbt20999", TimeSpan.FromMilliseconds(1));
                emulator.Serve(wire.B);
                session = new GbT20999Session(loop, settings, wire.A);
            }

            await body(Bench.Over(loop, session, settings), program, emulator);
        });
    }

    private sealed record Bench(EventLoop Loop, GbT20999Session Session, GbT20999ControllerDriver Driver)
    {
        private static readonly ImmutableArray<LampGroupMapping> Groups = [new(1, 1, false), new(2, 2, false), new(3, 1, true)];

        private static readonly SignalControllerPlan Plan = new()
        {
            Name = "asc1",
            Hosting = DeviceHosting.Real,
            Dut = true,
            Defects = [],
            Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
        };

        public static Bench Over(EventLoop loop, GbT20999Session session, GbT20999SessionSettings? settings = null) =>
            new(loop, session, new GbT20999ControllerDriver(loop, Plan, settings ?? Settings, session, Groups));
    }
}
