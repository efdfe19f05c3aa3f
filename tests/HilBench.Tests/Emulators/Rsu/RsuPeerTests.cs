using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;
using HilBench.Drivers.Rsu;
using HilBench.Drivers.Snmp;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Tests.Wire;
using HilBench.Wire;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

/// <summary>The emulated unit, managed by net-snmp's programs; what it sends and forwards, read by tshark.</summary>
[Category("Peer")]
internal sealed class RsuPeerTests
{
    private const string Rsu41 = ".1.0.15628.4.1.";
    private const string Ntcip1218 = ".1.3.6.1.4.1.1206.4.2.18.";

    // As a manager of RSUs asks RSU 4.1, and as a V2X hub asks NTCIP 1218.
    private static readonly string[] Sha1Aes128 = Security("SHA", "AES");
    private static readonly string[] Sha512Aes256 = Security("SHA-512", "AES-256");

    [SetUp]
    public void RequirePeers()
    {
        NetSnmp.Require();
        Peers.Require("tshark", "tshark");
    }

    [Test]
    public void Snmpset_makes_a_row_of_RSU_4_1_in_standby_and_the_air_shows_it_in_operate()
    {
        using var unit = new HostedUnit(RsuMib.Rsu41, UsmAuthentication.Sha1, UsmPrivacy.Aes128);
        string[] row =
        [
            Rsu41 + "4.1.11.1", "i", "4", Rsu41 + "4.1.2.1", "x", "8002", Rsu41 + "4.1.3.1", "i", "19", Rsu41 + "4.1.4.1", "i", "0", Rsu41 + "4.1.5.1", "i", "172",
            Rsu41 + "4.1.6.1", "i", "100", Rsu41 + "4.1.7.1", "x", "07B20C1F1100", Rsu41 + "4.1.8.1", "x", "07F40C1F1100",
            Rsu41 + "4.1.9.1", "x", SampleMessages.Spat, Rsu41 + "4.1.10.1", "i", "1",
        ];
        var refused = NetSnmp.Run("snmpset", [.. Sha1Aes128, unit.Target, .. row]);
        Assert.That(refused.ExitCode, Is.Not.Zero, "in operate");
        Assert.That(refused.Errors, Does.Contain("inconsistentValue"));

        NetSnmp.Succeed("snmpset", [.. Sha1Aes128, unit.Target, Rsu41 + "99.0", "i", "2"]);
        NetSnmp.Succeed("snmpset", [.. Sha1Aes128, unit.Target, .. row]);
        Assert.That(unit.Frames, Is.Empty, "in standby");
        NetSnmp.Succeed("snmpset", [.. Sha1Aes128, unit.Target, Rsu41 + "99.0", "i", "4"]);

        var fields = Tshark.Show(unit.WaitForFrames(1)[0]);
        Assert.That(fields.First(field => field.FullName == "wsmp.psid").Text, Is.EqualTo("130").Or.EqualTo("0x00000082"));
        Assert.That(fields.First(field => field.FullName == "wsmp.wave_ie_data").Text, Is.EqualTo("ac"));
        Assert.That(Octets(fields.First(field => field.FullName == "ieee1609dot2.unsecuredData").Text), Is.EqualTo(SampleMessages.Spat));

        var walk = NetSnmp.Succeed("snmpwalk", [.. Sha1Aes128, unit.Target, Rsu41 + "4"]);
        Assert.That(
            walk.Split('\n').Where(line => line.StartsWith(Rsu41 + "4.1.", StringComparison.Ordinal)),
            Has.Exactly(10).Items.And.Some.EqualTo(Rsu41 + "4.1.11.1 = INTEGER: 1"));
        Assert.That(NetSnmp.Run("snmpset", [.. Sha1Aes128, unit.Target, Rsu41 + "99.0", "i", "3"]).Errors, Does.Contain("wrongValue"));
    }

    [Test]
    public void Snmpset_drives_immediate_forwarding_of_NTCIP_1218_as_a_V2X_hub_does()
    {
        using var unit = new HostedUnit(RsuMib.Ntcip1218, UsmAuthentication.Sha512, UsmPrivacy.Aes256);
        NetSnmp.Succeed("snmpset", [.. Sha512Aes256, unit.Target, Ntcip1218 + "16.2.0", "i", "2"]);
        NetSnmp.Succeed(
            "snmpset",
            [
                .. Sha512Aes256, unit.Target, Ntcip1218 + "4.2.1.2.1", "x", "8002", Ntcip1218 + "4.2.1.3.1", "i", "183", Ntcip1218 + "4.2.1.8.1", "x", "FE",
                Ntcip1218 + "4.2.1.4.1", "i", "0", Ntcip1218 + "4.2.1.5.1", "i", "4", Ntcip1218 + "4.2.1.6.1", "i", "6", Ntcip1218 + "4.2.1.7.1", "x", "80",
            ]);
        NetSnmp.Succeed("snmpset", [.. Sha512Aes256, unit.Target, Ntcip1218 + "16.2.0", "i", "3"]);
        foreach (var message in (string[])[SampleMessages.Spat, SampleMessages.OtherSpat])
        {
            NetSnmp.Succeed("snmpset", [.. Sha512Aes256, unit.Target, Ntcip1218 + "4.2.1.8.1", "x", message, Ntcip1218 + "4.2.1.4.1", "i", "1"]);
        }

        var sent = unit.WaitForFrames(2).Select(frame => Octets(Tshark.Show(frame).First(field => field.FullName == "ieee1609dot2.unsecuredData").Text));
        Assert.That(sent, Is.EqualTo([SampleMessages.Spat, SampleMessages.OtherSpat]));
        Assert.That(NetSnmp.Run("snmpset", [.. Sha512Aes256, unit.Target, Ntcip1218 + "16.2.0", "i", "4"]).Errors, Does.Contain("wrongValue"));
        Assert.That(NetSnmp.Succeed("snmpget", [.. Sha512Aes256, unit.Target, Ntcip1218 + "16.3.0"]), Does.EndWith("INTEGER: 3\n"));
    }

    [TestCase("0", false)]
    [TestCase("1", true)]
    public void Snmpset_has_heard_messages_forwarded_and_tshark_reads_their_1609_2(string secure, bool whole)
    {
        using var unit = new HostedUnit(RsuMib.Ntcip1218, UsmAuthentication.Sha512, UsmPrivacy.Aes256);
        using var host = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        host.Client.ReceiveTimeout = 10_000;
        var port = ((IPEndPoint)host.Client.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
        NetSnmp.Succeed(
            "snmpset",
            [
                .. Sha512Aes256, unit.Target, Ntcip1218 + "5.2.1.2.1", "x", "20", Ntcip1218 + "5.2.1.3.1", "s", "127.0.0.1", Ntcip1218 + "5.2.1.4.1", "i", port,
                Ntcip1218 + "5.2.1.5.1", "i", "2", Ntcip1218 + "5.2.1.6.1", "i", "-100", Ntcip1218 + "5.2.1.7.1", "i", "1",
                Ntcip1218 + "5.2.1.8.1", "x", "07E8010100000000", Ntcip1218 + "5.2.1.9.1", "x", "07F8010100000000",
                Ntcip1218 + "5.2.1.10.1", "i", "4", Ntcip1218 + "5.2.1.11.1", "i", secure, Ntcip1218 + "5.2.1.12.1", "i", "0",
            ]);
        unit.Hear(new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = new byte[] { 2, 0, 0, 0, 0, 5 },
            EtherType = WsmpMessage.EtherType,
            Payload = SampleMessages.Signed(Psid.VehicleSafety, SampleMessages.Spat).Encode(),
        }.Encode());
        IPEndPoint? from = null;
        var datagram = host.Receive(ref from);

        if (whole)
        {
            var fields = DissectDot2(datagram);
            Assert.That(fields.Select(field => field.Name), Does.Contain("ieee1609dot2.signedData_element").And.Contain("ieee1609dot2.headerInfo_element"));
            Assert.That(Octets(fields.First(field => field.Name == "ieee1609dot2.unsecuredData").Text), Is.EqualTo(SampleMessages.Spat));
        }
        else
        {
            Assert.That(Convert.ToHexString(datagram), Is.EqualTo(SampleMessages.Spat));
        }
    }

    [Test]
    public void Our_own_manager_and_agent_hold_ten_messages_a_second_with_SHA_512_and_AES_256()
    {
        using var unit = new HostedUnit(RsuMib.Ntcip1218, UsmAuthentication.Sha512, UsmPrivacy.Aes256);
        var user = new UsmUser("bench", UsmAuthentication.Sha512, new Secret(HostedUnit.AuthenticationPassword), UsmPrivacy.Aes256, new Secret(HostedUnit.PrivacyPassword));
        unit.CallAsync(async loop =>
        {
            await using var port = UdpPort.Open(loop, "bench", new IPEndPoint(IPAddress.Loopback, 0), unit.Local);
            var session = new SnmpSession(loop, new SnmpSessionSettings { Agent = "rsu1", User = user, Timeout = TimeSpan.FromSeconds(5) }, port);
            var configuration = new RsuConfiguration("rsu1", session, new RsuDialect(RsuMib.Ntcip1218));
            await configuration.InstallAsync(1, new ImmediateForwardRow(Psid.IntersectionSafety, 19, 183), default);
            for (var i = 0; i < 30; i++)
            {
                await configuration.SendAsync(1, Convert.FromHexString(SampleMessages.Spat), default);
            }

            Assert.That(await configuration.ReadAsync(default), Has.Some.EqualTo(new HilBench.Rigs.ConfigurationItem("rsuMode.0", "3")));
            return true;
        });

        Assert.That(unit.WaitForFrames(30), Has.Length.EqualTo(30));
    }

    private static string[] Security(string authentication, string privacy) =>
    [
        "-v", "3", "-u", "bench", "-l", "authPriv", "-a", authentication, "-A", HostedUnit.AuthenticationPassword, "-x", privacy, "-X", HostedUnit.PrivacyPassword,
        "-t", "10", "-r", "0",
    ];

    private static string Octets(string? shown) => (shown ?? string.Empty).Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();

    // Exported PDU (link type 252): the name of a dissector, then what it is to read.
    private static List<(string Name, string? Text)> DissectDot2(byte[] data)
    {
        var name = "ieee1609dot2.data\0\0\0"u8;
        byte[] packet = [0, 12, 0, (byte)name.Length, .. name, 0, 0, 0, 0, .. data];
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(
                path,
                [0xA1, 0xB2, 0xC3, 0xD4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 252, 0, 0, 0, 0, 0, 0, 0, 0, .. Length(packet), .. Length(packet), .. packet]);
            return [.. XDocument.Parse(Peers.Run("tshark", "-r", path, "-T", "pdml")).Descendants("field")
                .Select(field => (field.Attribute("name")?.Value ?? string.Empty, field.Attribute("show")?.Value))];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Length(byte[] packet) => [0, 0, (byte)(packet.Length >> 8), (byte)packet.Length];
}
