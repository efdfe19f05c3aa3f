using System.Globalization;
using System.Net;
using HilBench.Drivers.Snmp;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Tests.Links;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>Our listener, told by net-snmp's snmptrap and snmpinform.</summary>
[Category("Peer")]
internal sealed class SnmpNotificationPeerTests
{
    private const string Engine = "8000000001020304";
    private static readonly ObjectId Own = ObjectId.Parse("1.3.6.1.4.1.32473.2.0.9");
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha512, UsmPrivacy.Aes256);

    private static IEnumerable<TestCaseData> Programs =>
    [
        new("snmptrap", SnmpVersion.V1, "-v 1 -c traps", "1.3.6.1.4.1.32473.2 192.0.2.1 6 9 77"),
        new("snmptrap", SnmpVersion.V2c, "-v 2c -c traps", $"77 {Own}"),
        new("snmpinform", SnmpVersion.V2c, "-v 2c -c traps -r 1", $"77 {Own}"),
        new(
            "snmptrap", SnmpVersion.V3,
            $"-v 3 -e 0x{Engine} -u bench -l authPriv -a SHA-512 -A {SampleAgent.AuthenticationPassword} -x AES-256 -X {SampleAgent.PrivacyPassword}",
            $"77 {Own}"),
    ];

    [TestCaseSource(nameof(Programs))]
    public void Notifications_of_net_snmp_are_taken(string program, SnmpVersion version, string security, string trap)
    {
        NetSnmp.Require();
        using var thread = new LoopThread();
        var heard = new TaskCompletionSource<SnmpNotification>();
        var port = thread.Call(loop =>
        {
            var udp = UdpPort.Open(loop, "listener", new IPEndPoint(IPAddress.Loopback, 0), null);
            _ = new SnmpListener(loop, new SnmpListenerSettings { Community = new Secret("traps"), Users = [Bench] }, udp) { Notified = one => heard.TrySetResult(one) };
            return udp;
        });
        try
        {
            var target = string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{port.Local.Port}");
            NetSnmp.Succeed(program, [.. security.Split(' '), target, .. trap.Split(' '), $"{SampleAgent.Number}", "i", "4"]);
            Assert.That(heard.Task.Wait(TimeSpan.FromSeconds(20)), Is.True, "nothing was heard");
            var one = heard.Task.Result;
            Assert.That((one.Version, one.Name, one.UpTime), Is.EqualTo((version, Own, 77U)));
            Assert.That(one.Bindings, Is.EqualTo([new VariableBinding(SampleAgent.Number, SnmpValue.Integer32(4))]));
        }
        finally
        {
            thread.CallAsync(async _ =>
            {
                await port.DisposeAsync();
                return true;
            });
        }
    }
}
