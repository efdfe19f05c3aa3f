using HilBench.Drivers.Snmp;
using HilBench.Emulators;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Tests.Drivers.Snmp;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>Each quirk of agents shows, and our manager gets along with it or says what it is.</summary>
internal sealed class SnmpPersonalityTests
{
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha256, UsmPrivacy.Aes128);

    [Test]
    public void All_are_tested_here() => Assert.That(
        PersonalityTable.All.Where(one => one.Device == PersonalityTable.SnmpAgent).Select(one => one.Name),
        Is.EquivalentTo([
            PersonalityTable.SnmpTenBindings, PersonalityTable.SnmpLongLengths, PersonalityTable.SnmpPaddedIntegers, PersonalityTable.SnmpCountersAsIntegers,
            PersonalityTable.SnmpGenErrOnly, PersonalityTable.SnmpNoReports, PersonalityTable.SnmpLateAnswers, PersonalityTable.SnmpEndlessWalk,
        ]));

    [Test]
    public void Devices_with_an_agent_may_have_them()
    {
        Assert.That(() => PersonalityTable.Check(DefectTable.Rsu, [PersonalityTable.SnmpLongLengths]), Throws.Nothing);
        Assert.That(() => PersonalityTable.Check(DefectTable.Controller, [PersonalityTable.SnmpTenBindings]), Throws.Nothing);
        Assert.That(() => PersonalityTable.Check(DefectTable.Obu, [PersonalityTable.SnmpTenBindings]), Throws.ArgumentException);
    }

    [Test]
    public void Ten_bindings_are_the_most_of_a_request_and_the_manager_asks_for_fewer() =>
        Run(PersonalityTable.SnmpTenBindings, settings => settings with { MaxBindings = 40 }, async (session, agent) =>
        {
            var names = Enumerable.Range(1, 40).Select(row => SampleAgent.Row.Append((uint)row)).ToArray();
            Assert.That(Ask(agent, new SnmpPdu(PduKind.Get, 1, [.. names[..11].Select(Read)])).Error, Is.EqualTo(SnmpError.TooBig));
            Assert.That(await session.GetAsync(names, default), Has.Length.EqualTo(40));
        });

    [TestCase(PersonalityTable.SnmpLongLengths, "3082")]
    [TestCase(PersonalityTable.SnmpPaddedIntegers, "020400000001")]
    public void Wide_encodings_are_read(string personality, string octets) => Run(personality, settings => settings, async (session, agent) =>
    {
        var answer = agent.Answer(new CommunityMessage(SnmpVersion.V2c, "reads"u8.ToArray(), new SnmpPdu(PduKind.Get, 1, [Read(SampleAgent.Number)])).Encode());
        Assert.That(Convert.ToHexString(answer!), Does.Contain(octets));
        await session.SetAsync([new(SampleAgent.Number, SnmpValue.Integer32(200))], default);
        Assert.That((await session.GetAsync([SampleAgent.Number], default))[0].Value, Is.EqualTo(SnmpValue.Integer32(200)));
        Assert.That(await session.WalkAsync(SampleAgent.Root, default), Has.Length.EqualTo(44));
    });

    [Test]
    public void Counters_come_as_integers_and_have_their_number_all_the_same() => Run(PersonalityTable.SnmpCountersAsIntegers, settings => settings, async (session, _) =>
    {
        var upTime = (await session.GetAsync([TrapName.UpTime], default))[0].Value;
        Assert.That((upTime.Syntax, upTime.Number), Is.EqualTo((SnmpSyntax.Integer32, 1L)), "the request comes three passages of 5 ms after the start");
    });

    [Test]
    public void All_refusals_are_genErr() => Run(PersonalityTable.SnmpGenErrOnly, settings => settings, async (session, _) =>
    {
        var refused = await Failure.Of(session.SetAsync([new(SampleAgent.Number, SnmpValue.Integer32(256))], default));
        Assert.That((refused.Error, refused.Instance), Is.EqualTo((SnmpError.GenErr, SampleAgent.Number)));
    });

    [Test]
    public void Without_reports_a_wrong_password_is_silence() =>
        Run(PersonalityTable.SnmpNoReports, settings => settings with { User = Bench with { AuthenticationPassword = new Secret("another password") } }, async (session, _) =>
        {
            var failure = await Failure.Of(session.GetAsync([SampleAgent.Number], default));
            Assert.That(failure.Message, Does.Contain("told its engine id").And.Contains("drops the requests of user 'bench'"));
        });

    [Test]
    public void Late_answers_are_waited_for_and_an_answer_to_the_first_sending_is_as_good() =>
        Run(PersonalityTable.SnmpLateAnswers, settings => settings with { Timeout = TimeSpan.FromMilliseconds(300), Retries = 1 }, async (session, _) =>
            Assert.That((await session.GetAsync([SampleAgent.Number], default))[0].Value, Is.EqualTo(SnmpValue.Integer32(7))));

    [TestCase(SnmpVersion.V1)]
    [TestCase(SnmpVersion.V3)]
    public void A_walk_that_never_ends_is_given_up_with_the_place(SnmpVersion version) =>
        Run(PersonalityTable.SnmpEndlessWalk, settings => settings with { Version = version }, async (session, _) =>
        {
            var failure = await Failure.Of(session.WalkAsync(new ObjectId(1, 3), default));
            Assert.That(failure.Message, Does.Contain("names do not increase").And.Contains(SystemObjectsFirst));
        });

    private const string SystemObjectsFirst = "1.3.6.1.2.1.1.1.0";

    private static VariableBinding Read(ObjectId name) => new(name, SnmpValue.Null);

    private static SnmpPdu Ask(SnmpAgent agent, SnmpPdu pdu)
    {
        var answer = agent.Answer(new CommunityMessage(SnmpVersion.V2c, "reads"u8.ToArray(), pdu).Encode());
        Assert.That(CommunityMessage.TryParse(answer, out var message, out _), Is.True);
        return message!.Pdu;
    }

    private static void Run(string personality, Func<SnmpSessionSettings, SnmpSessionSettings> change, Func<SnmpSession, SnmpAgent, Task> body)
    {
        using var loop = EventLoop.CreateVirtual(new Instant(0));
        var wire = new MemoryWire(loop, "snmp", TimeSpan.FromMilliseconds(5));
        var agent = new SnmpAgent(loop, SampleAgent.Settings(Bench) with { Personalities = [personality] }, wire.B, SampleAgent.Objects(loop));
        var settings = change(new SnmpSessionSettings { Agent = "asc1", User = Bench, ReadCommunity = new Secret("reads"), WriteCommunity = new Secret("writes") });
        loop.Run(() => body(new SnmpSession(loop, settings, wire.A), agent));
    }
}
