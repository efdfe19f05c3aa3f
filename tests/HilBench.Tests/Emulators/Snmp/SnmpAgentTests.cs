using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>What our agent answers to messages made by hand, under the virtual clock.</summary>
internal sealed class SnmpAgentTests
{
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha256, UsmPrivacy.Aes128);
    private static readonly ObjectId Statistics = new(1, 3, 6, 1, 6, 3, 15, 1, 1);

    [Test]
    public void Who_asks_without_an_engine_id_is_told_it() => Run(SampleAgent.Settings(Bench), (_, agent) =>
    {
        var answer = agent.Answer(Request(EngineId.None, "", SecurityLevel.NoAuthNoPriv, 0, 0, null, Get));
        var (head, pdu) = Open(answer, null);
        Assert.That(head.Engine, Is.EqualTo(agent.Engine.Id));
        Assert.That((pdu.Kind, pdu.RequestId, pdu.Bindings[0].Name), Is.EqualTo((PduKind.Report, Get.RequestId, Statistics.Append(4, 0))));
    });

    [TestCase(1, 0, true)]
    [TestCase(1, 150, true)]
    [TestCase(1, -150, true)]
    [TestCase(1, 151, false)]
    [TestCase(1, -151, false)]
    [TestCase(0, 0, false)]
    [TestCase(2, 0, false)]
    [TestCase(int.MaxValue, 0, false)]
    public void A_request_is_taken_within_150_s_of_the_engines_clock_only(int boots, int offset, bool taken) => RunLater(1000, (agent, keys) =>
    {
        var answer = agent.Answer(Request(agent.Engine.Id, "bench", SecurityLevel.AuthPriv, boots, agent.Engine.Time + offset, keys, SetNumber(9)));
        var (head, pdu) = Open(answer, keys);
        if (taken)
        {
            Assert.That((pdu.Kind, pdu.Error, head.Level), Is.EqualTo((PduKind.Response, SnmpError.NoError, SecurityLevel.AuthPriv)));
        }
        else
        {
            Assert.That((pdu.Kind, pdu.Bindings[0].Name, head.Level), Is.EqualTo((PduKind.Report, Statistics.Append(2, 0), SecurityLevel.AuthNoPriv)), "the report is authenticated");
            Assert.That((head.Boots, head.Time), Is.EqualTo((1, 1000)));
            Assert.That(NumberOf(agent), Is.EqualTo(7), "nothing was assigned");
        }
    });

    [Test]
    public void A_recorded_request_is_refused_when_it_is_sent_again_after_the_window()
    {
        using var loop = EventLoop.CreateVirtual(new Instant(0));
        var wire = new MemoryWire(loop, "snmp", TimeSpan.Zero);
        var agent = new SnmpAgent(loop, SampleAgent.Settings(Bench), wire.B, SampleAgent.Objects(loop));
        var keys = new UsmKeyRing(Bench).For(agent.Engine.Id);
        var recorded = Request(agent.Engine.Id, "bench", SecurityLevel.AuthPriv, 1, 0, keys, SetNumber(9));
        loop.Run(async () =>
        {
            Assert.That(Open(agent.Answer(recorded), keys).Pdu.Kind, Is.EqualTo(PduKind.Response));
            agent.Answer(Request(agent.Engine.Id, "bench", SecurityLevel.AuthPriv, 1, 0, keys, SetNumber(1)));
            await Task.Delay(TimeSpan.FromSeconds(152), loop.Time);
            Assert.That(Open(agent.Answer(recorded), keys).Pdu.Kind, Is.EqualTo(PduKind.Report));
            Assert.That(NumberOf(agent), Is.EqualTo(1));
        });
    }

    [TestCase(1u, "bench", SecurityLevel.AuthPriv, UsmAuthentication.Sha256, UsmPrivacy.None, "bench has no encryption in the agent")]
    [TestCase(3u, "nobody", SecurityLevel.AuthPriv, UsmAuthentication.Sha256, UsmPrivacy.Aes128, "the agent does not know nobody")]
    [TestCase(5u, "bench", SecurityLevel.AuthPriv, UsmAuthentication.Sha512, UsmPrivacy.Aes128, "the agent has another hash")]
    public void A_refusal_is_counted_and_reported_by_its_reason(
        uint statistic, string user, SecurityLevel level, UsmAuthentication authentication, UsmPrivacy known, string why) =>
        Run(SampleAgent.Settings(SampleAgent.User(UsmAuthentication.Sha256, known)), (_, agent) =>
        {
            var keys = new UsmKeyRing(SampleAgent.User(authentication, UsmPrivacy.Aes128)).For(agent.Engine.Id);
            var pdu = Open(agent.Answer(Request(agent.Engine.Id, user, level, 1, 0, keys, SetNumber(9))), null).Pdu;
            Assert.That((pdu.Kind, pdu.Bindings[0].Name, pdu.Bindings[0].Value.Number), Is.EqualTo((PduKind.Report, Statistics.Append(statistic, 0), 1L)), why);
            Assert.That(NumberOf(agent), Is.EqualTo(7), "nothing was assigned");
        });

    [Test]
    public void Less_protection_than_the_user_needs_is_not_authorized() => Run(SampleAgent.Settings(Bench), (_, agent) =>
    {
        var keys = new UsmKeyRing(Bench).For(agent.Engine.Id);
        foreach (var level in new[] { SecurityLevel.NoAuthNoPriv, SecurityLevel.AuthNoPriv })
        {
            var pdu = Open(agent.Answer(Request(agent.Engine.Id, "bench", level, 1, 0, keys, SetNumber(9))), keys).Pdu;
            Assert.That((pdu.Error, NumberOf(agent)), Is.EqualTo((SnmpError.AuthorizationError, 7L)), $"{level}");
        }
    });

    [Test]
    public void A_truncated_request_gets_no_answer_wherever_it_is_cut() => Run(SampleAgent.Settings(Bench), (_, agent) =>
    {
        var keys = new UsmKeyRing(Bench).For(agent.Engine.Id);
        byte[][] requests =
        [
            new CommunityMessage(SnmpVersion.V1, "writes"u8.ToArray(), SetNumber(9)).Encode(),
            Request(agent.Engine.Id, "bench", SecurityLevel.AuthPriv, 1, 0, keys, SetNumber(9)),
        ];
        foreach (var request in requests)
        {
            for (var length = 0; length < request.Length; length++)
            {
                Assert.That(agent.Answer(request.AsSpan(0, length)), Is.Null, $"{length} of {request.Length} octets");
            }
        }

        Assert.That(NumberOf(agent), Is.EqualTo(7));
    });

    [TestCase(SnmpVersion.V1, "reads", SnmpError.NoSuchName)]
    [TestCase(SnmpVersion.V2c, "reads", SnmpError.NoAccess)]
    [TestCase(SnmpVersion.V1, "writes", SnmpError.NoError)]
    [TestCase(SnmpVersion.V2c, "writes", SnmpError.NoError)]
    [TestCase(SnmpVersion.V1, "guesses", null)]
    [TestCase(SnmpVersion.V2c, "", null)]
    public void Only_the_writing_community_assigns_and_others_are_as_if_nobody_were_there(SnmpVersion version, string community, SnmpError? error) =>
        Run(SampleAgent.Settings(), (_, agent) =>
        {
            var answer = agent.Answer(new CommunityMessage(version, System.Text.Encoding.ASCII.GetBytes(community), SetNumber(9)).Encode());
            SnmpError? told = answer is null ? null : Community(answer).Error;
            Assert.That(told, Is.EqualTo(error));
            Assert.That(NumberOf(agent), Is.EqualTo(error == SnmpError.NoError ? 9 : 7));
        });

    [TestCase(0, 1000, 8192)]
    [TestCase(0, int.MaxValue, 484)]
    [TestCase(int.MaxValue, int.MaxValue, 600)]
    public void GetBulk_gives_as_much_as_fits(int nonRepeaters, int maxRepetitions, int size) => Run(SampleAgent.Settings() with { MaxMessageOctets = size }, (_, agent) =>
    {
        var bulk = new SnmpPdu(PduKind.GetBulk, 5, [new(SampleAgent.Root, SnmpValue.Null)]) { NonRepeaters = nonRepeaters, MaxRepetitions = maxRepetitions };
        var answer = agent.Answer(new CommunityMessage(SnmpVersion.V2c, "reads"u8.ToArray(), bulk).Encode());
        Assert.That(answer, Has.Length.LessThanOrEqualTo(size));
        Assert.That(Community(answer!).Bindings, Is.Not.Empty);
    });

    [TestCase(SnmpVersion.V1, 1)]
    [TestCase(SnmpVersion.V2c, 0)]
    public void An_answer_that_does_not_fit_is_tooBig(SnmpVersion version, int bindings) => Run(SampleAgent.Settings() with { MaxMessageOctets = 484 }, (_, agent) =>
    {
        var set = new SnmpPdu(PduKind.Set, 5, [new(SampleAgent.Text, SnmpValue.OctetString(new byte[400]))]);
        var pdu = Community(agent.Answer(new CommunityMessage(version, "writes"u8.ToArray(), set).Encode())!);
        Assert.That((pdu.Error, pdu.ErrorIndex, pdu.Bindings.Length), Is.EqualTo((SnmpError.TooBig, 0, bindings)));
    });

    [Test]
    public void Integers_and_lengths_longer_than_need_be_are_read() => Run(SampleAgent.Settings(), (_, agent) =>
    {
        // A GET of SNMPv2c with lengths of two and three octets, and a request id with leading zeros.
        var name = Convert.FromHexString("060B2B0601040181FD59010100");
        var binding = (byte[])[0x30, 0x82, 0x00, (byte)(name.Length + 3), .. name, 0x05, 0x81, 0x00];
        var pdu = (byte[])[0x02, 0x04, 0, 0, 0, 5, 0x02, 0x01, 0, 0x02, 0x02, 0, 0, 0x30, 0x83, 0, 0, (byte)binding.Length, .. binding];
        var message = (byte[])[0x02, 0x81, 0x01, 1, 0x04, 0x05, .. "reads"u8, 0xA0, 0x81, (byte)pdu.Length, .. pdu];
        var answer = Community(agent.Answer([0x30, 0x82, 0x00, (byte)message.Length, .. message])!);
        Assert.That((answer.RequestId, answer.Bindings[0].Value), Is.EqualTo((5, SnmpValue.Integer32(7))));
    });

    private static SnmpPdu Get { get; } = new(PduKind.Get, 5, [new(SampleAgent.Number, SnmpValue.Null)]);

    private static SnmpPdu SetNumber(int value) => new(PduKind.Set, 5, [new(SampleAgent.Number, SnmpValue.Integer32(value))]);

    private static byte[] Request(EngineId engine, string user, SecurityLevel level, int boots, int time, UsmKeys? keys, SnmpPdu pdu) =>
        UsmMessage.Encode(new UsmHead(5, 65507, level, true, engine, boots, time, user), new ScopedPdu(engine, "", pdu), keys, 1);

    private static (UsmHead Head, SnmpPdu Pdu) Open(byte[]? answer, UsmKeys? keys)
    {
        Assert.That(UsmMessage.TryParse(answer, out var message, out var error), Is.True, $"{error}");
        Assert.That(message!.Head.Level == SecurityLevel.NoAuthNoPriv || message.IsAuthentic(keys!), Is.True);
        Assert.That(message.TryOpen(keys, out var scoped, out error), Is.True, $"{error}");
        return (message.Head, scoped!.Pdu);
    }

    private static SnmpPdu Community(byte[] answer)
    {
        Assert.That(CommunityMessage.TryParse(answer, out var message, out var error), Is.True, $"{error}");
        return message!.Pdu;
    }

    private static long NumberOf(SnmpAgent agent) =>
        Community(agent.Answer(new CommunityMessage(SnmpVersion.V1, "reads"u8.ToArray(), Get).Encode())!).Bindings[0].Value.Number;

    private static void Run(SnmpAgentSettings settings, Action<EventLoop, SnmpAgent> body)
    {
        using var loop = EventLoop.CreateVirtual(new Instant(0));
        var wire = new MemoryWire(loop, "snmp", TimeSpan.Zero);
        body(loop, new SnmpAgent(loop, settings, wire.B, SampleAgent.Objects(loop)));
    }

    private static void RunLater(int seconds, Action<SnmpAgent, UsmKeys> body) => Run(SampleAgent.Settings(Bench), (loop, agent) => loop.Run(async () =>
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), loop.Time);
        body(agent, new UsmKeyRing(Bench).For(agent.Engine.Id));
    }));
}
