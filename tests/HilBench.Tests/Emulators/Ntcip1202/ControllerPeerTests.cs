using System.Globalization;
using HilBench.Emulators.Ntcip1202;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Wire.Snmp;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Emulators.Ntcip1202;

/// <summary>Our controller, commanded by net-snmp's programs in SNMPv1.</summary>
[Category("Peer")]
internal sealed class ControllerPeerTests
{
    private const string Asc = ".1.3.6.1.4.1.1206.4.2.1";
    private const string Nema = ".1.3.6.1.4.1.1206";
    private const int Phase4 = 0x08, Phases2And6 = 0x22, Phases4And8 = 0x88;

    [SetUp]
    public void RequireNetSnmp() => NetSnmp.Require();

    [Test]
    public void A_hold_a_call_a_force_off_and_an_omit_by_snmpset_change_lamps_and_feed()
    {
        using var controller = new HostedController();
        Assert.That(controller.Shows((lamps, _) => lamps.Greens == Phases2And6));
        Set(controller, "1.5.1.4.1", Phases2And6);
        Set(controller, "1.5.1.6.1", Phase4);
        Assert.That(controller.Shows((_, feed) => feed.PhaseGreens == Phases2And6 && feed.Blocks[3].VehMin is > 0 and < 100), "held");
        Assert.That(() => Get(controller, "1.4.1.8.1"), Is.EqualTo(Phase4).After(10_000, 100), "the call waits");
        Set(controller, "1.5.1.4.1", 0);
        Assert.That(controller.Shows((lamps, feed) => lamps.Greens == Phases4And8 && feed.PhaseGreens == Phases4And8), "hold gone, call served");
        Set(controller, "1.5.1.2.1", 0x22);
        Set(controller, "1.5.1.6.1", 0xFF);
        Set(controller, "1.5.1.5.1", Phases4And8);
        Assert.That(controller.Shows((lamps, feed) => (lamps.Greens & ~0x55) == 0 && (lamps.Greens & 0x11) != 0 && (feed.PhaseGreens & 0x22) == 0), "phases 2 and 6 are omitted");
        Assert.That(Get(controller, "1.5.1.5.1"), Is.Zero, "taken back with the green");
    }

    [Test]
    public void A_preempt_by_snmpset_turns_its_phases_green_and_shows_in_the_feed()
    {
        using var controller = new HostedController();
        Set(controller, "6.3.1.2.2", 1);
        Assert.That(controller.Shows((lamps, feed) => lamps.Greens == Phases4And8 && feed.IntersectionStatus.HasFlag(TscbmStatus.Preempt)));
        Set(controller, "6.3.1.2.2", 0);
        Assert.That(controller.Shows((lamps, feed) => lamps.Greens == Phases2And6 && feed.IntersectionStatus == TscbmStatus.None));
        Assert.That(Get(controller, "6.2.1.16.2"), Is.EqualTo(2));
    }

    [TestCase("0")]
    [TestCase("1")]
    public void The_feed_is_switched_by_the_request_that_Econolite_and_others_print(string instance)
    {
        using var controller = new HostedController();
        Set(controller, $"{Nema}.3.5.2.9.44.1.{instance}", 6);
        Assert.That(controller.Shows((_, feed) => feed.PedCalls is not null));
        Set(controller, $"{Nema}.3.5.2.9.44.1.{instance}", 2);
        Assert.That(controller.Shows((_, feed) => feed.PedCalls is null));
    }

    [TestCase("1.5.1.4.1", "256", "badValue")]
    [TestCase("3.10.0", "1", "badValue")]
    [TestCase("1.4.1.4.1", "1", "noSuchName")]
    [TestCase("1.5.1.4.9", "1", "noSuchName")]
    [TestCase("99.1.0", "1", "noSuchName")]
    public void What_cannot_be_set_is_refused_with_the_codes_of_SNMPv1(string name, string value, string code)
    {
        using var controller = new HostedController();
        var (exitCode, _, errors) = NetSnmp.Run("snmpset", "-v", "1", "-c", "orders", controller.Target, $"{Asc}.{name}", "i", value);

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(errors, Does.Contain(code));
    }

    [Test]
    public void Who_only_reads_may_not_order()
    {
        using var controller = new HostedController();
        var (exitCode, _, errors) = NetSnmp.Run("snmpset", "-v", "1", "-c", "public", controller.Target, $"{Asc}.1.5.1.4.1", "i", "2");

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(errors, Does.Contain("noSuchName"));
        Assert.That(Get(controller, "1.5.1.4.1"), Is.Zero);
    }

    [Test]
    public void More_bindings_than_the_controller_takes_are_too_big()
    {
        using var controller = new HostedController();
        var names = Enumerable.Range(2, 21).Select(column => string.Create(CultureInfo.InvariantCulture, $"{Asc}.1.2.1.{column}.2"));
        var (exitCode, _, errors) = NetSnmp.Run("snmpget", ["-v", "1", "-c", "public", controller.Target, .. names]);

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(errors, Does.Contain("tooBig"));
    }

    [Test]
    public void Snmpwalk_sees_the_whole_arc_in_order()
    {
        using var controller = new HostedController();
        var lines = NetSnmp.Succeed("snmpwalk", "-v", "1", "-c", "public", controller.Target, Nema).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines.Select(line => ObjectId.Parse(line.Split(' ')[0])).ToArray();

        Assert.That(names, Is.Ordered.And.Unique);
        Assert.That(names, Has.Length.GreaterThan(350));
        Assert.That(lines, Has.Some.StartsWith($"{Asc}.1.2.1.8.2 = INTEGER: 5"));
    }

    [Test]
    public void Without_further_orders_the_backup_time_ends_a_hold()
    {
        using var controller = new HostedController(new Ntcip1202Settings { BackupSeconds = 2 });
        Assert.That(controller.Shows((_, feed) => feed.PhaseGreens == Phases2And6));
        NetSnmp.Succeed("snmpset", "-v", "1", "-c", "orders", controller.Target, $"{Asc}.1.5.1.4.1", "i", "34", $"{Asc}.1.5.1.6.1", "i", "8");
        Assert.That(controller.Shows((lamps, _) => lamps.Greens == Phases4And8), "nobody took the hold away");
        Assert.That((Get(controller, "3.5.0"), Get(controller, "1.5.1.4.1")), Is.EqualTo((4, 0)));
    }

    private static void Set(HostedController controller, string name, int value) => NetSnmp.Succeed(
        "snmpset", "-v", "1", "-c", "orders", controller.Target, Full(name), "i", value.ToString(CultureInfo.InvariantCulture));

    private static int Get(HostedController controller, string name)
    {
        var line = NetSnmp.Succeed("snmpget", "-v", "1", "-c", "public", controller.Target, Full(name));
        return int.Parse(line.Split("INTEGER: ")[1], CultureInfo.InvariantCulture);
    }

    private static string Full(string name) => name.StartsWith('.') ? name : $"{Asc}.{name}";
}
