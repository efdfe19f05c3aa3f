using System.Net;
using HilBench.Drivers.Snmp;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>Our manager, asking net-snmp's agent.</summary>
[Category("Peer")]
internal sealed class SnmpdPeerTests
{
    private static readonly ObjectId Location = ObjectId.Parse("1.3.6.1.2.1.1.6.0");
    private static readonly ObjectId UpTime = ObjectId.Parse("1.3.6.1.2.1.1.3.0");
    private static readonly ObjectId System = ObjectId.Parse("1.3.6.1.2.1.1");
    private static readonly ObjectId Nowhere = ObjectId.Parse("1.3.6.1.4.1.32473.9.0");
    private static readonly ObjectId LastOfAll = ObjectId.Parse("1.3.6.1.6.3.16");

    private static IEnumerable<TestCaseData> Protections =>
    [
        new(UsmAuthentication.Md5, "MD5", UsmPrivacy.None, ""),
        new(UsmAuthentication.Md5, "MD5", UsmPrivacy.Aes256, "AES-256"),
        new(UsmAuthentication.Sha1, "SHA", UsmPrivacy.Aes128, "AES"),
        new(UsmAuthentication.Sha1, "SHA", UsmPrivacy.Aes256Reeder, "AES-256-C"),
        new(UsmAuthentication.Sha224, "SHA-224", UsmPrivacy.Aes256, "AES-256"),
        new(UsmAuthentication.Sha256, "SHA-256", UsmPrivacy.Aes128, "AES"),
        new(UsmAuthentication.Sha384, "SHA-384", UsmPrivacy.Aes256, "AES-256"),
        new(UsmAuthentication.Sha512, "SHA-512", UsmPrivacy.Aes256, "AES-256"),
    ];

    [SetUp]
    public void RequireSnmpd() => Snmpd.Require();

    [TestCase(SnmpVersion.V1)]
    [TestCase(SnmpVersion.V2c)]
    public void Snmpd_is_read_walked_and_written_by_community(SnmpVersion version)
    {
        using var agent = new Snmpd("rocommunity reads 127.0.0.1", "rwcommunity writes 127.0.0.1");
        Run(agent, Settings with { Version = version, ReadCommunity = new Secret("reads"), WriteCommunity = new Secret("writes") }, Exercise);
    }

    [TestCaseSource(nameof(Protections))]
    public void Snmpd_is_read_walked_and_written_by_a_user(UsmAuthentication authentication, string authenticationName, UsmPrivacy privacy, string privacyName)
    {
        using var agent = new Snmpd(
            $"createUser bench {authenticationName} \"{SampleAgent.AuthenticationPassword}\" {privacyName} {(privacy == UsmPrivacy.None ? "" : $"\"{SampleAgent.PrivacyPassword}\"")}",
            $"rwuser bench {(privacy == UsmPrivacy.None ? "auth" : "priv")}");
        Run(agent, Settings with { User = SampleAgent.User(authentication, privacy) }, Exercise);
    }

    [TestCase("another password", SampleAgent.PrivacyPassword, "authentication password")]
    [TestCase(SampleAgent.AuthenticationPassword, "another password", "privacy password")]
    public void Wrong_passwords_for_snmpd_are_told_as_such(string authenticationPassword, string privacyPassword, string words)
    {
        using var agent = new Snmpd(
            $"createUser bench SHA-512 \"{SampleAgent.AuthenticationPassword}\" AES-256 \"{SampleAgent.PrivacyPassword}\"", "rwuser bench priv");
        var user = new UsmUser("bench", UsmAuthentication.Sha512, new Secret(authenticationPassword), UsmPrivacy.Aes256, new Secret(privacyPassword));
        Run(agent, Settings with { User = user, Timeout = TimeSpan.FromMilliseconds(300), Retries = 1 }, async session =>
        {
            var failure = await Failure.Of(session.GetAsync([UpTime], default));
            Assert.That(failure.Message, Does.Contain(words).And.Not.Contains("another password"));
        });
    }

    [Test]
    public void What_snmpd_refuses_is_told_by_its_own_error()
    {
        using var agent = new Snmpd("rocommunity reads 127.0.0.1");
        Run(agent, Settings with { Version = SnmpVersion.V2c, ReadCommunity = new Secret("reads") }, async session =>
        {
            var failure = await Failure.Of(session.SetAsync([new(Location, SnmpValue.Text("here"))], default));
            Assert.That((failure.Error, failure.Instance), Is.EqualTo((SnmpError.NoAccess, Location)), failure.Message);
        });
    }

    private static SnmpSessionSettings Settings => new() { Agent = "snmpd", Timeout = TimeSpan.FromSeconds(5) };

    private static async Task Exercise(SnmpSession session)
    {
        await session.SetAsync([new(Location, SnmpValue.Text("bench 7"))], default);
        var read = await session.GetAsync([Location, Nowhere, UpTime], default);
        Assert.That(read[0].Value, Is.EqualTo(SnmpValue.Text("bench 7")));
        Assert.That(read[1].Value.IsException, Is.True);
        Assert.That(read[2].Value.Syntax, Is.EqualTo(SnmpSyntax.TimeTicks));

        var walked = await session.WalkAsync(System, default);
        Assert.That(walked.Select(binding => binding.Name), Is.Ordered.And.Member(Location).And.Member(UpTime));
        Assert.That(walked.All(binding => binding.Name.IsWithin(System)), Is.True);
        Assert.That((await session.WalkAsync(LastOfAll, default)).All(binding => binding.Name.IsWithin(LastOfAll)), Is.True);
    }

    private static void Run(Snmpd agent, SnmpSessionSettings settings, Func<SnmpSession, Task> body)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = UdpPort.Open(loop, "manager", new IPEndPoint(IPAddress.Loopback, 0), agent.Local);
            await body(new SnmpSession(loop, settings, port));
        });
    }
}
