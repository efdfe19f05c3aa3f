using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>Our agent, asked by net-snmp's programs.</summary>
[Category("Peer")]
internal sealed class SnmpAgentPeerTests
{
    private static readonly (UsmAuthentication Ours, string Theirs)[] Authentications =
    [
        (UsmAuthentication.Md5, "MD5"), (UsmAuthentication.Sha1, "SHA"), (UsmAuthentication.Sha224, "SHA-224"),
        (UsmAuthentication.Sha256, "SHA-256"), (UsmAuthentication.Sha384, "SHA-384"), (UsmAuthentication.Sha512, "SHA-512"),
    ];

    private static readonly (UsmPrivacy Ours, string Theirs)[] Privacies =
        [(UsmPrivacy.None, ""), (UsmPrivacy.Aes128, "AES"), (UsmPrivacy.Aes256, "AES-256"), (UsmPrivacy.Aes256Reeder, "AES-256-C")];

    private static IEnumerable<TestCaseData> Protections =>
        from authentication in Authentications
        from privacy in Privacies
        select new TestCaseData(authentication.Ours, authentication.Theirs, privacy.Ours, privacy.Theirs);

    [SetUp]
    public void RequireNetSnmp() => NetSnmp.Require();

    [TestCase("1")]
    [TestCase("2c")]
    public void Snmpget_and_snmpset_read_and_assign_by_community(string version)
    {
        using var host = new HostedAgent(SampleAgent.Settings(), SampleAgent.Objects);

        Assert.That(NetSnmp.Succeed("snmpget", "-v", version, "-c", "reads", host.Target, $"{SampleAgent.Number}"), Does.EndWith("= INTEGER: 7\n"));
        NetSnmp.Succeed("snmpset", "-v", version, "-c", "writes", host.Target, $"{SampleAgent.Number}", "i", "200", $"{SampleAgent.Text}", "x", "00FF80");
        var read = NetSnmp.Succeed("snmpget", "-v", version, "-c", "reads", host.Target, $"{SampleAgent.Number}", $"{SampleAgent.Text}", $"{SampleAgent.Ticks}");
        Assert.That(read.Split('\n'), Has.Exactly(1).EndsWith("= INTEGER: 200").And.Exactly(1).EndsWith("= Hex-STRING: 00 FF 80 ").And.Exactly(1).EndsWith("= 3000000000"));
    }

    [TestCaseSource(nameof(Protections))]
    public void Snmpset_and_snmpget_agree_on_keys_codes_and_ciphers(UsmAuthentication authentication, string authenticationName, UsmPrivacy privacy, string privacyName)
    {
        using var host = new HostedAgent(SampleAgent.Settings(SampleAgent.User(authentication, privacy)), SampleAgent.Objects);
        string[] security =
        [
            "-v", "3", "-u", "bench", "-l", privacy == UsmPrivacy.None ? "authNoPriv" : "authPriv",
            "-a", authenticationName, "-A", SampleAgent.AuthenticationPassword,
            .. privacy == UsmPrivacy.None ? Array.Empty<string>() : ["-x", privacyName, "-X", SampleAgent.PrivacyPassword],
        ];

        NetSnmp.Succeed("snmpset", [.. security, host.Target, $"{SampleAgent.Number}", "i", "42"]);
        Assert.That(NetSnmp.Succeed("snmpget", [.. security, host.Target, $"{SampleAgent.Number}"]), Does.EndWith("= INTEGER: 42\n"));
    }

    [Test]
    public void Snmpget_reads_without_protection_what_a_user_without_passwords_may()
    {
        using var host = new HostedAgent(SampleAgent.Settings(new UsmUser("open")), SampleAgent.Objects);

        Assert.That(
            NetSnmp.Succeed("snmpget", "-v", "3", "-u", "open", "-l", "noAuthNoPriv", host.Target, $"{SampleAgent.Big}"),
            Does.EndWith("= Counter64: 18446744073709551615\n"));
    }

    [TestCase("snmpwalk", "1", 43)]
    [TestCase("snmpwalk", "2c", 44)]
    [TestCase("snmpbulkwalk", "2c", 44)]
    public void Walks_see_every_instance_once_and_in_order(string program, string version, int count)
    {
        using var host = new HostedAgent(SampleAgent.Settings(), SampleAgent.Objects);
        var lines = NetSnmp.Succeed(program, "-v", version, "-c", "reads", host.Target, $"{SampleAgent.Root}").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines.Count(line => line.StartsWith($".{SampleAgent.Root}.", StringComparison.Ordinal)), Is.EqualTo(count), "SNMPv1 has no Counter64");
    }
}
