using System.Collections.Immutable;
using HilBench.Drivers.Ntcip1202;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Ntcip1202;
using HilBench.Rigs;
using HilBench.Tests.Emulators.Ntcip1202;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Ntcip1202;

internal sealed class Ntcip1202DriverTests
{
    private const ushort Phase2 = 0x02, Phase4 = 0x08, Phases2And6 = 0x22, Phases4And8 = 0x88;

    private static readonly SignalControllerPlan Plan = new()
    {
        Name = "asc1",
        Hosting = DeviceHosting.Real,
        Dut = false,
        Defects = [],
        Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
    };

    [TestCase(false)]
    [TestCase(true)]
    public void It_reads_the_lamps_that_the_output_monitor_shows_from_channels_or_phases(bool fromPhases)
    {
        using var bench = fromPhases ? Bench("no-channel-status") : Bench();
        var (driver, _) = Connect(bench);
        bench.Detect(0, Phase2);
        for (var i = 0; i < 50; i++)
        {
            bench.Run(1.1);
            bench.Detect(i % 3 == 0 ? Phase4 : Phase2, i % 7 == 0 ? Phase4 : 0);
            bench.Run(0.16);
            Assert.That(driver.Lamps! with { Sequence = 0 }, Is.EqualTo(bench.Lamps with { Sequence = 0 }));
        }

        Assert.That(driver.Fault, Is.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void It_actuates_detectors_or_else_calls_phases(bool actuates)
    {
        using var bench = actuates ? Bench() : Bench("ntcip-1202-v02");
        var (driver, _) = Connect(bench);
        bench.Run(10);
        Apply(bench, driver, new DetectorInputs(0, Phase4, Phase4, 0));
        bench.Run(0.2);
        Apply(bench, driver, new DetectorInputs(1, 0, 0, 0));
        bench.Run(6);

        Assert.That(driver.ActuatesDetectors, Is.EqualTo(actuates));
        Assert.That((bench.Lamps.Greens, bench.Lamps.Walks), Is.EqualTo((Phases4And8, Phase4)));
        Assert.That(driver.Fault, Is.Null);
    }

    [Test]
    public void It_selects_the_plan_that_the_scenario_asks_for()
    {
        using var bench = Bench();
        var (driver, _) = Connect(bench);
        Apply(bench, driver, new DetectorInputs(0, 0, 0, 2));
        bench.Run(0.3);
        Apply(bench, driver, new DetectorInputs(1, Phase2, 0, 0));
        bench.Run(0.3);

        Assert.That(bench.Feed[^1].ActionPlan, Is.EqualTo(2));
    }

    [Test]
    public void It_keeps_a_hold_up_beyond_the_backup_time_and_takes_it_back()
    {
        using var bench = new ControllerBench(new Ntcip1202Settings { BackupSeconds = 20 });
        var (driver, session) = Connect(bench);
        bench.Run(10);
        Order(bench, driver, new SignalOrders { Hold = Phases2And6 });
        Apply(bench, driver, new DetectorInputs(0, Phase4, 0, 0));
        bench.Run(300);

        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6));
        Assert.That(bench.Number("3.5.0"), Is.Not.EqualTo(4), "not in backup mode");
        Assert.That(session.Sets.Zip(session.Sets.Skip(1), (one, next) => (next.At - one.At).TotalSeconds), Is.All.LessThan(7));
        Order(bench, driver, SignalOrders.None);
        bench.Run(6);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8));
    }

    [Test]
    public void When_the_bench_is_gone_the_controller_takes_its_orders_back()
    {
        using var bench = new ControllerBench(new Ntcip1202Settings { BackupSeconds = 20 });
        var (driver, _) = Connect(bench);
        bench.Run(10);
        Order(bench, driver, new SignalOrders { Hold = Phases2And6 });
        bench.Loop.Run(async () => await driver.DisposeAsync());
        bench.Run(21);

        Assert.That((bench.Number("3.5.0"), bench.Number("1.5.1.4.1")), Is.EqualTo((4, 0)));
    }

    [Test]
    public void Force_offs_omits_preempts_stop_time_and_patterns_reach_the_lamps()
    {
        using var bench = Bench();
        var (driver, _) = Connect(bench);
        Apply(bench, driver, new DetectorInputs(0, Phases2And6 | Phase4, 0, 0));
        bench.Run(9);
        Order(bench, driver, new SignalOrders { ForceOff = Phases2And6 });
        bench.Run(0.3);
        Assert.That(bench.Lamps.Yellows, Is.EqualTo(Phases2And6));
        Order(bench, driver, new SignalOrders { Preempts = 1 });
        bench.Run(40);
        Assert.That((bench.Lamps.Greens, bench.Number("6.2.1.16.1")), Is.EqualTo((Phases2And6, 6)));
        Order(bench, driver, new SignalOrders { PhaseOmit = Phase4, PedOmit = Phase4, Pattern = 2 });
        bench.Run(60);
        Assert.That((bench.Lamps.Greens, bench.Number("4.10.0"), bench.Number("6.2.1.16.1")), Is.EqualTo((Phases2And6, 2, 2)));
        Order(bench, driver, new SignalOrders { StopTime = 3 });
        bench.Run(60);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6));
        bench.Loop.Run(() => driver.ReleaseAsync(CancellationToken.None));
        Assert.That(
            ((string[])["1.5.1.2.1", "1.5.1.3.1", "7.5.1.2.1", "6.3.1.2.1", "4.14.0", "2.12.1.2.1"]).Select(bench.Number), Is.All.Zero);
    }

    [Test]
    public void An_order_that_is_answered_and_not_taken_is_no_order_and_said_so()
    {
        using var bench = Bench("control-ignored");
        var (driver, _) = Connect(bench);
        Assert.That(
            () => Order(bench, driver, new SignalOrders { Hold = Phase2 }),
            Throws.TypeOf<RigException>().With.Message.Contains("asc1: phaseControlGroupHold.1 was set to 2 without an error and reads 0"));
        Assert.That(
            () => Apply(bench, driver, new DetectorInputs(0, Phase2, 0, 0)),
            Throws.TypeOf<RigException>().With.Message.Contains("vehicleDetectorControlGroupActuation.1"));
    }

    [TestCase("spat-enable-instance-0")]
    [TestCase("spat-enable-instance-1")]
    public void It_enables_the_feed_by_whichever_instance_there_is(string personality)
    {
        using var bench = Bench(personality, "spat-off-at-start");
        Connect(bench, new Ntcip1202DriverSettings { Feed = SpatFeed.SpatWithPedestrians });
        bench.Run(1);

        Assert.That(bench.Feed[^1].PedCalls, Is.Not.Null);
    }

    [Test]
    public void A_feed_that_cannot_be_enabled_is_told_with_the_remedy()
    {
        using var bench = Bench("control-ignored", "spat-off-at-start");
        Assert.That(
            () => Connect(bench, new Ntcip1202DriverSettings { Feed = SpatFeed.Spat }),
            Throws.TypeOf<RigException>().With.Message.Contains("asc1").And.Message.Contains(".0: set without an error, reads 0; .1:").And.Message.Contains("front panel"));
    }

    [Test]
    public void Two_readings_of_the_configuration_are_equal_whatever_the_lamps_do_and_a_changed_timing_shows()
    {
        using var bench = Bench();
        var (driver, _) = Connect(bench);
        var before = Configuration(bench, driver);
        Apply(bench, driver, new DetectorInputs(0, 0xFF, 0xFF, 2));
        bench.Run(45);
        Order(bench, driver, new SignalOrders { Preempts = 1 });
        var after = Configuration(bench, driver);
        Assert.That(after, Is.EqualTo(before));
        Assert.That(before.Select(item => item.Name), Is.Unique);
        Assert.That(before, Does.Contain(new ConfigurationItem("phaseMinimumGreen.2", "5")).And.Contain(new ConfigurationItem("moduleMake.1", "HilBench"))
            .And.Contain(new ConfigurationItem("sequenceData.1.1", "01020304")));
        bench.Set("1.2.1.4.2", 9);
        Assert.That(
            Configuration(bench, driver).Except(before), Is.EqualTo([new ConfigurationItem("phaseMinimumGreen.2", "9")]));
    }

    [Test]
    public void A_controller_that_falls_silent_is_a_fault_and_ends_nothing()
    {
        using var bench = Bench();
        var (driver, session) = Connect(bench);
        bench.Run(1);
        session.Silent = true;
        Assert.That(() => Apply(bench, driver, new DetectorInputs(0, Phase4, 0, 0)), Throws.TypeOf<SnmpException>());
        bench.Run(5);
        Assert.That(driver.Fault, Is.EqualTo("asc1: no answer."));
        session.Silent = false;
        Apply(bench, driver, new DetectorInputs(1, 0, Phase2, 0));
        bench.Run(6);
        Assert.That(bench.Number("2.12.1.2.1"), Is.Zero, "what it missed is replaced by what came later");
        Assert.That(bench.Number("2.13.1.2.1"), Is.EqualTo(Phase2));
    }

    [Test]
    public void An_agent_that_is_no_signal_controller_is_said_to_be_none()
    {
        using var bench = Bench();
        var session = new ObjectSession(bench.Loop, new HilBench.Emulators.Snmp.ObjectTree(new ObjectId(1), []));
        var driver = new Ntcip1202Driver(bench.Loop, Plan, session, new Ntcip1202DriverSettings());
        Assert.That(
            () => bench.Loop.Run(() => driver.ConnectAsync(CancellationToken.None)),
            Throws.TypeOf<RigException>().With.Message.Contains("no signal controller of NTCIP 1202"));
    }

    private static ControllerBench Bench(params string[] personalities) => new(new Ntcip1202Settings { Personalities = [.. personalities] });

    private static (Ntcip1202Driver Driver, ObjectSession Session) Connect(ControllerBench bench, Ntcip1202DriverSettings? settings = null)
    {
        var session = new ObjectSession(bench.Loop, bench.Objects);
        var driver = new Ntcip1202Driver(bench.Loop, Plan, session, settings ?? new Ntcip1202DriverSettings());
        bench.Loop.Run(() => driver.ConnectAsync(CancellationToken.None));
        return (driver, session);
    }

    private static void Order(ControllerBench bench, Ntcip1202Driver driver, SignalOrders orders) =>
        bench.Loop.Run(() => driver.OrderAsync(orders, CancellationToken.None));

    private static void Apply(ControllerBench bench, Ntcip1202Driver driver, DetectorInputs inputs) =>
        bench.Loop.Run(() => driver.ApplyAsync(inputs, CancellationToken.None));

    private static ConfigurationItem[] Configuration(ControllerBench bench, Ntcip1202Driver driver)
    {
        ConfigurationItem[] items = [];
        bench.Loop.Run(async () => items = [.. await driver.ReadConfigurationAsync(CancellationToken.None)]);
        return items;
    }
}
