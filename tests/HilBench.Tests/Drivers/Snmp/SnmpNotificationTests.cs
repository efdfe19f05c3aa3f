using HilBench.Drivers.Snmp;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>Our notifier and our listener on a wire in memory, under the virtual clock.</summary>
internal sealed class SnmpNotificationTests
{
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha384, UsmPrivacy.Aes256);
    private static readonly ObjectId ColdStart = ObjectId.Parse("1.3.6.1.6.3.1.1.5.1");
    private static readonly ObjectId Own = ObjectId.Parse("1.3.6.1.4.1.32473.2.0.9");
    private static readonly VariableBinding Detail = new(SampleAgent.Number, SnmpValue.Integer32(4));

    [TestCase(SnmpVersion.V1, false)]
    [TestCase(SnmpVersion.V2c, false)]
    [TestCase(SnmpVersion.V2c, true)]
    [TestCase(SnmpVersion.V3, false)]
    public void Every_version_tells_name_time_and_bindings(SnmpVersion version, bool acknowledged)
    {
        using var bench = new Line(new SnmpNotifierSettings { Version = version, Community = new Secret("traps"), User = Bench, Acknowledged = acknowledged });
        bench.Run(async loop =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), loop.Time);
            bench.Notifier.Notify(ColdStart);
            bench.Notifier.Notify(Own, Detail);
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(bench.Heard.Select(one => (one.Version, one.Name, one.UpTime)), Is.EqualTo([(version, ColdStart, 200U), (version, Own, 200U)]));
        Assert.That(bench.Heard[1].Bindings, Is.EqualTo([Detail]));
        Assert.That((bench.Notifier.Answered, bench.Notifier.Lost), Is.EqualTo((acknowledged ? 2L : 0L, 0L)));
    }

    [Test]
    public void An_inform_that_nobody_answers_is_sent_again_and_then_counted_as_lost()
    {
        using var bench = new Line(new SnmpNotifierSettings { Community = new Secret("others"), Acknowledged = true, Retries = 2 });
        bench.Run(async loop =>
        {
            bench.Notifier.Notify(Own);
            await Task.Delay(TimeSpan.FromSeconds(10), loop.Time);
        });

        Assert.That((bench.Heard.Count, bench.Listener.Dropped, bench.Notifier.Lost), Is.EqualTo((0, 3L, 1L)));
    }

    [Test]
    public void A_trap_of_wrong_keys_or_sent_again_after_the_window_is_dropped()
    {
        using var loop = EventLoop.CreateVirtual(new Instant(0));
        var wire = new MemoryWire(loop, "traps", TimeSpan.Zero);
        var heard = new List<SnmpNotification>();
        var listener = new SnmpListener(loop, new SnmpListenerSettings { Users = [Bench] }, wire.A) { Notified = heard.Add };
        var engine = EngineId.OfText(32473, "trap");
        loop.Run(async () =>
        {
            wire.B.Send(Trap(engine, Bench, 10));
            wire.B.Send(Trap(engine, Bench with { AuthenticationPassword = new Secret("another password") }, 10));
            wire.B.Send(Trap(engine, Bench with { Privacy = UsmPrivacy.None, PrivacyPassword = null }, 10));
            wire.B.Send(Trap(engine, Bench, 200));
            wire.B.Send(Trap(engine, Bench, 10));
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That((heard.Count, listener.Dropped), Is.EqualTo((2, 3L)));
    }

    // RFC 3584 3.
    [TestCase("1.3.6.1.6.3.1.1.5.3", "1.3.6.1.4.1.32473", 2, 0)]
    [TestCase("1.3.6.1.4.1.32473.2.0.9", "1.3.6.1.4.1.32473.2", 6, 9)]
    [TestCase("1.3.6.1.4.1.32473.2.9", "1.3.6.1.4.1.32473.2", 6, 9)]
    public void Names_of_notifications_and_of_traps_of_SNMPv1_are_each_others(string name, string enterprise, int generic, int specific)
    {
        var head = TrapName.HeadOf(ObjectId.Parse(name), ObjectId.Parse("1.3.6.1.4.1.32473"), [192, 0, 2, 1], 5);
        Assert.That((head.Enterprise, head.Generic, head.Specific), Is.EqualTo((ObjectId.Parse(enterprise), generic, specific)));
        Assert.That(TrapName.Of(head).ToString(), Is.EqualTo(name.Replace("32473.2.9", "32473.2.0.9", StringComparison.Ordinal)));
    }

    private static byte[] Trap(EngineId engine, UsmUser user, int time) => UsmMessage.Encode(
        new UsmHead(1, 65507, user.Level, false, engine, 1, time, user.Name),
        new ScopedPdu(engine, "", new SnmpPdu(PduKind.Trap, 1, [new(TrapName.UpTime, SnmpValue.Counting(SnmpSyntax.TimeTicks, 5)), new(TrapName.Name, SnmpValue.Of(Own))])),
        new UsmKeyRing(user).For(engine),
        1);

    private sealed class Line : IDisposable
    {
        private readonly EventLoop _loop = EventLoop.CreateVirtual(new Instant(0));

        public Line(SnmpNotifierSettings settings)
        {
            var wire = new MemoryWire(_loop, "traps", TimeSpan.FromMilliseconds(1));
            Listener = new SnmpListener(_loop, new SnmpListenerSettings { Community = new Secret("traps"), Users = [Bench] }, wire.A) { Notified = Heard.Add };
            Notifier = new SnmpNotifier(_loop, new AgentEngine(_loop, EngineId.OfText(32473, "line"), 1), settings, wire.B);
        }

        public List<SnmpNotification> Heard { get; } = [];

        public SnmpListener Listener { get; }

        public SnmpNotifier Notifier { get; }

        public void Run(Func<EventLoop, Task> body) => _loop.Run(() => body(_loop));

        public void Dispose() => _loop.Dispose();
    }
}
