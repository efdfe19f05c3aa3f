using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HilBench.Drivers;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Tests.Drivers;

internal sealed class RigCheckTests
{
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(1);

    [Test]
    public void Real_devices_that_are_not_there_are_each_named_with_a_remedy()
    {
        var ports = FreePorts(5);
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "not-told-to-anybody\n");
            var rig = RigFile.Parse("rig.yaml", Absent(secret, ports), RigDefects.Words);

            var checks = RigCheck.Execute(rig, ScenarioFile.Read(BundledFiles.ShortScenario), Listening, CancellationToken.None);

            using var scope = Assert.EnterMultipleScope();
            Assert.That(checks.Select(check => check.Plan.Name), Is.EqualTo(["asc1", "rsu1", "obu1"]));
            foreach (var check in checks)
            {
                Assert.That(check.Faults, Is.Not.Empty, check.Plan.Name);
                Assert.That(check.Faults, Has.All.StartsWith(check.Plan.Name).Or.Contains("127.0.0."), check.Plan.Name);
                Assert.That(string.Concat(check.Faults), Does.Not.Contain("not-told-to-anybody"));
            }

            Assert.That(checks[0].Faults, Has.Some.Contains($"Set the device to send to 127.0.0.1, UDP port {ports[0].ToString(CultureInfo.InvariantCulture)}"));
            Assert.That(checks[1].Faults, Has.Some.Contains($"Set the device to send to 127.0.0.1, UDP port {ports[1].ToString(CultureInfo.InvariantCulture)}"));
            Assert.That(checks[2].Faults, Has.Some.Contains($"Set the device to send to 127.0.0.1, UDP port {ports[2].ToString(CultureInfo.InvariantCulture)}"));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Test]
    public void A_secret_that_was_not_exported_is_named_and_the_other_devices_are_checked()
    {
        const string Variable = "HILBENCH_TEST_SECRET_THAT_NOBODY_SETS";
        var text = Absent("unused", FreePorts(5)).Replace("file:unused", $"env:{Variable}", StringComparison.Ordinal);

        var checks = RigCheck.Execute(
            RigFile.Parse("rig.yaml", text, RigDefects.Words), ScenarioFile.Read(BundledFiles.ShortScenario), Listening, CancellationToken.None);

        Assert.That(checks[0].Faults, Has.Some.Contains($"export {Variable}="));
        Assert.That(checks[2].Faults, Has.Some.Contains("obu1.air"));
    }

    [Test]
    public void A_serial_port_that_is_not_there_is_told_of_its_unit_and_the_others_are_checked()
    {
        var text = Absent("unused", FreePorts(5)).Replace("{host: 127.0.0.4}", "{host: 127.0.0.4}\n    gnss: {port: /dev/ttyNOWHERE}", StringComparison.Ordinal);

        var checks = RigCheck.Execute(
            RigFile.Parse("rig.yaml", text, RigDefects.Words), ScenarioFile.Read(BundledFiles.ShortScenario), Listening, CancellationToken.None);

        Assert.That(checks[2].Faults, Has.Some.Contains("obu1.gnss").And.Some.Contains("/dev/ttyNOWHERE"));
        Assert.That(checks[1].Faults, Has.Some.Contains("rsu1.air"));
    }

    private static string Absent(string secret, int[] ports) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        name: absent
        air: stand-in
        links: udp
        devices:
          - name: asc1
            kind: signal-controller
            driver: real
            udp: {host: 127.0.0.2, snmp: {{ports[3]}}}
            bench: {host: 127.0.0.1, spat: {{ports[0]}}}
            snmp: {version: v1, readCommunity: "file:{{secret}}", timeout: 100 ms, retries: 1}
          - name: rsu1
            kind: rsu
            driver: real
            controller: asc1
            udp: {host: 127.0.0.3, snmp: {{ports[4]}}}
            bench: {host: 127.0.0.1, air: {{ports[1]}}}
            mib: rsu-4.1
            snmp: {version: v3, user: bench, authPassword: "file:{{secret}}", privPassword: "file:{{secret}}", timeout: 100 ms, retries: 1}
            forward: [{psid: 0x82, channel: 172}]
          - name: obu1
            kind: obu
            driver: real
            udp: {host: 127.0.0.4}
            bench: {host: 127.0.0.1, air: {{ports[2]}}}
        """);

    private static int[] FreePorts(int count)
    {
        var sockets = Enumerable.Range(0, count).Select(_ => new UdpClient(new IPEndPoint(IPAddress.Any, 0))).ToArray();
        var ports = sockets.Select(socket => ((IPEndPoint)socket.Client.LocalEndPoint!).Port).ToArray();
        Array.ForEach(sockets, socket => socket.Dispose());
        return ports;
    }
}
