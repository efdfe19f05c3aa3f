using HilBench.Drivers.Snmp;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>Our manager and our agent on a wire in memory, under the virtual clock.</summary>
internal sealed class SnmpSessionTests
{
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha512, UsmPrivacy.Aes256);

    [TestCase(SnmpVersion.V1)]
    [TestCase(SnmpVersion.V2c)]
    [TestCase(SnmpVersion.V3)]
    public void Every_version_reads_assigns_and_walks(SnmpVersion version) => Run(SampleAgent.Settings(Bench), Session(version), async session =>
    {
        var read = await session.GetAsync([SampleAgent.Number, SampleAgent.Root.Append(99, 0), SampleAgent.Text], default);
        Assert.That(read.Select(binding => binding.Value), Is.EqualTo([SnmpValue.Integer32(7), read[1].Value, SnmpValue.Text("as built")]));
        Assert.That(read[1].Value.IsException, Is.True);

        await session.SetAsync([new(SampleAgent.Number, SnmpValue.Integer32(9)), new(SampleAgent.Text, SnmpValue.Text("changed"))], default);
        var walked = await session.WalkAsync(SampleAgent.Root, default);
        Assert.That(walked[0].Value, Is.EqualTo(SnmpValue.Integer32(9)));
        Assert.That(walked, Has.Length.EqualTo(version == SnmpVersion.V1 ? 43 : 44));
    });

    [TestCase(SnmpVersion.V1, SnmpError.BadValue)]
    [TestCase(SnmpVersion.V2c, SnmpError.WrongValue)]
    [TestCase(SnmpVersion.V3, SnmpError.WrongValue)]
    public void A_refused_assignment_assigns_nothing_and_names_the_instance(SnmpVersion version, SnmpError error) =>
        Run(SampleAgent.Settings(Bench), Session(version), async session =>
        {
            var refused = await Failure.Of(session.SetAsync([new(SampleAgent.Text, SnmpValue.Text("x")), new(SampleAgent.Number, SnmpValue.Integer32(256))], default));
            Assert.That((refused.Error, refused.Instance), Is.EqualTo((error, SampleAgent.Number)), refused.Message);
            Assert.That((await session.GetAsync([SampleAgent.Text], default))[0].Value, Is.EqualTo(SnmpValue.Text("as built")));
        });

    [Test]
    public void An_agent_of_few_bindings_is_asked_in_more_requests() =>
        Run(SampleAgent.Settings(Bench) with { MaxBindings = 3 }, Session(SnmpVersion.V1), async session =>
        {
            var rows = Enumerable.Range(1, 40).Select(row => SampleAgent.Row.Append((uint)row)).ToArray();
            var read = await session.GetAsync(rows, default);
            Assert.That(read.Select(binding => binding.Value.Number), Is.EqualTo(Enumerable.Range(1, 40).Select(row => (long)row)));
        });

    [Test]
    public void A_wrong_authentication_password_is_told_as_such() =>
        Fails(Session(SnmpVersion.V3) with { User = Bench with { AuthenticationPassword = new Secret("another password") } }, "authentication password");

    [Test]
    public void A_wrong_privacy_password_shows_as_silence_and_the_message_says_so() =>
        Fails(Session(SnmpVersion.V3) with { User = Bench with { PrivacyPassword = new Secret("another password") } }, "privacy password");

    [Test]
    public void A_user_that_the_agent_does_not_know_is_told_as_such() =>
        Fails(Session(SnmpVersion.V3) with { User = Bench with { Name = "nobody" } }, "does not know user 'nobody'");

    [Test]
    public void A_protection_that_the_user_does_not_have_is_told_as_such() =>
        Fails(Session(SnmpVersion.V3), "does not have AuthPriv", SampleAgent.User(UsmAuthentication.Sha512, UsmPrivacy.None));

    [Test]
    public void A_wrong_community_shows_as_silence_and_the_message_says_so_without_the_community() =>
        Fails(Session(SnmpVersion.V2c) with { ReadCommunity = new Secret("sesame") }, "silent when a community is wrong");

    [Test]
    public void Settings_never_print_their_secrets() =>
        Assert.That($"{Session(SnmpVersion.V3)} {SampleAgent.Settings(Bench)} {new SnmpAgentUser(Bench)}", Does.Not.Contain("pass123").And.Not.Contains("reads").And.Not.Contains("writes"));

    private static SnmpSessionSettings Session(SnmpVersion version) => new()
    {
        Agent = "asc1",
        Version = version,
        ReadCommunity = new Secret("reads"),
        WriteCommunity = new Secret("writes"),
        User = Bench,
    };

    private static void Fails(SnmpSessionSettings settings, string words, UsmUser? known = null) => Run(SampleAgent.Settings(known ?? Bench), settings, async session =>
    {
        var failure = await Failure.Of(session.GetAsync([SampleAgent.Number], default));
        Assert.That(failure.Message, Does.StartWith("asc1: ").And.Contains(words).And.Not.Contains("another password").And.Not.Contains("sesame"));
    });

    private static void Run(SnmpAgentSettings agent, SnmpSessionSettings settings, Func<SnmpSession, Task> body)
    {
        using var loop = EventLoop.CreateVirtual(new Instant(1_780_000_000_000_000_000));
        var wire = new MemoryWire(loop, "snmp", TimeSpan.FromMilliseconds(1));
        _ = new SnmpAgent(loop, agent, wire.B, SampleAgent.Objects(loop));
        loop.Run(() => body(new SnmpSession(loop, settings, wire.A)));
    }
}
