using System.Net;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Tests.Observing;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Wire.Snmp;

/// <summary>Messages of ours that tshark authenticates, decrypts and reads.</summary>
[Category("Peer")]
internal sealed class TsharkSnmpTests
{
    private static readonly TapInterface Tap = new("rsu1.snmp", LinkLayer.RawIp, StampSource.Virtual, "SNMP");
    private static readonly EngineId Engine = EngineId.OfText(32473, "tshark");

    private static readonly SnmpPdu Set = new(PduKind.Set, 77,
    [
        new(ObjectId.Parse("1.3.6.1.4.1.32473.1.200000.0"), SnmpValue.Integer32(-129)),
        new(ObjectId.Parse("1.0.15628.4.1.99.0"), SnmpValue.OctetString([0xDE, 0xAD])),
        new(ObjectId.Parse("1.3.6.1.4.1.32473.1.2.0"), SnmpValue.Counter64(ulong.MaxValue)),
    ]);

    [SetUp]
    public void RequireTshark() => Peers.Require("tshark", "tshark");

    [TestCase(UsmAuthentication.Md5, "MD5", UsmPrivacy.Aes128, "AES")]
    [TestCase(UsmAuthentication.Sha1, "SHA1", UsmPrivacy.Aes128, "AES")]
    [TestCase(UsmAuthentication.Sha224, "SHA2-224", UsmPrivacy.Aes128, "AES")]
    [TestCase(UsmAuthentication.Sha256, "SHA2-256", UsmPrivacy.Aes256, "AES256")]
    [TestCase(UsmAuthentication.Sha384, "SHA2-384", UsmPrivacy.Aes256, "AES256")]
    [TestCase(UsmAuthentication.Sha512, "SHA2-512", UsmPrivacy.Aes256, "AES256")]
    public void Tshark_authenticates_and_decrypts_our_messages(UsmAuthentication authentication, string authenticationName, UsmPrivacy privacy, string privacyName)
    {
        var keys = new UsmKeyRing(SampleAgent.User(authentication, privacy)).For(Engine);
        var head = new UsmHead(77, 65507, SecurityLevel.AuthPriv, true, Engine, 3, 1234, "bench");
        var text = Read(
            UsmMessage.Encode(head, new ScopedPdu(Engine, "", Set), keys, 0x0123456789ABCDEF),
            "-o", $"uat:snmp_users:{Engine},\"bench\",\"{authenticationName}\",\"{SampleAgent.AuthenticationPassword}\",\"{privacyName}\",\"{SampleAgent.PrivacyPassword}\"");

        Assert.That(text, Does.Contain("Authentication: OK"));
        HoldsTheBindings(text);
    }

    [TestCase(SnmpVersion.V1)]
    [TestCase(SnmpVersion.V2c)]
    public void Tshark_reads_our_messages_with_a_community(SnmpVersion version)
    {
        var text = Read(new CommunityMessage(version, "writes"u8.ToArray(), Set).Encode());

        Assert.That(text, Does.Contain("community: writes"));
        HoldsTheBindings(text);
    }

    private static void HoldsTheBindings(string text) => Assert.That(text, Does
        .Contain("1.3.6.1.4.1.32473.1.200000.0: -129").And.Contains("1.0.15628.4.1.99.0: dead").And.Contains("1.3.6.1.4.1.32473.1.2.0: 18446744073709551615")
        .And.Contains("request-id: 77").And.Not.Contains("Malformed"));

    private static string Read(byte[] message, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-tshark-").FullName;
        try
        {
            var path = Path.Combine(folder, "snmp.pcapng");
            var packet = new UdpPacket
            {
                Source = IPAddress.Parse("192.0.2.1"),
                Destination = IPAddress.Parse("192.0.2.10"),
                SourcePort = 40000,
                DestinationPort = 161,
                Payload = message,
            };
            using (var writer = CaptureWriter.Create(path, "hilbench test", [Tap]))
            {
                writer.Write(new TapFrame(Tap, SampleCapture.Noon, Direction.ToDevice, packet.Encode()));
            }

            return Peers.Run("tshark", [.. options, "-r", path, "-V", "-O", "snmp"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
