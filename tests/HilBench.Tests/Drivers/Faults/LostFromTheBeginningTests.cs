using System.Net;
using System.Net.Sockets;
using HilBench.Emulators.Snmp;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Tests.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>Real devices that do not let the bench in, or are not there: the run ends complete, says why, and the others are judged.</summary>
[NonParallelizable]
internal sealed class LostFromTheBeginningTests
{
    private const string Wrong = "this is not the secret";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-lost");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Wrong_secrets_are_told_with_the_remedy_and_never_printed()
    {
        var secret = Path.Combine(_folder.FullName, "secret");
        File.WriteAllText(secret, Wrong);
        using var thread = new LoopThread();
        var port = Agent(thread);

        var run = Run(
            $"""
              - name: asc1
                kind: signal-controller
                driver: real
                dut: true
                udp: {"{"}host: 127.0.0.1, snmp: {port.Local.Port}{"}"}
                bench: {"{"}host: 127.0.0.1, spat: {FreePort()}{"}"}
                snmp: {"{"}version: v2c, readCommunity: "file:{secret}", timeout: 200 ms, retries: 0{"}"}
              - name: rsu1
                kind: rsu
                driver: real
                dut: true
                controller: asc1
                udp: {"{"}host: 127.0.0.1, snmp: {port.Local.Port}, ifm: {port.Local.Port}, spat: {port.Local.Port}{"}"}
                bench: {"{"}host: 127.0.0.1, air: {FreePort()}{"}"}
                snmp: {"{"}version: v3, user: bench, authPassword: "file:{secret}", privPassword: "file:{secret}", timeout: 200 ms, retries: 0{"}"}
            """);

        Close(thread, port);
        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("asc1"), Has.Some.Contains("silent when a community is wrong"));
        Assert.That(run.Faults("rsu1"), Has.Some.Contains("authentication password"));
        Assert.That(run.Record.DeviceFaults.Select(fault => fault.Reason), Has.None.Contains(Wrong));
        AssertOnlyTheUnitIsUntouched(run);
    }

    [TestCase("bench", true, "privacy password")]
    [TestCase("nobody", false, "user 'nobody'")]
    public void An_agent_that_never_answers_and_one_with_another_user_or_privacy_password_are_told(string user, bool rightAuthentication, string told)
    {
        var (auth, priv) = (Path.Combine(_folder.FullName, "auth"), Path.Combine(_folder.FullName, "priv"));
        File.WriteAllText(auth, rightAuthentication ? SampleAgent.AuthenticationPassword : Wrong);
        File.WriteAllText(priv, Wrong);
        using var mute = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var silent = ((IPEndPoint)mute.Client.LocalEndPoint!).Port;
        using var thread = new LoopThread();
        var agent = Agent(thread);

        var run = Run(
            $"""
              - name: asc1
                kind: signal-controller
                driver: real
                dut: true
                udp: {"{"}host: 127.0.0.1, snmp: {silent}{"}"}
                bench: {"{"}host: 127.0.0.1, spat: {FreePort()}{"}"}
                snmp: {"{"}version: v1, readCommunity: "file:{priv}", timeout: 200 ms, retries: 0{"}"}
              - name: rsu1
                kind: rsu
                driver: real
                dut: true
                controller: asc1
                udp: {"{"}host: 127.0.0.1, snmp: {agent.Local.Port}, ifm: {silent}, spat: {silent}{"}"}
                bench: {"{"}host: 127.0.0.1, air: {FreePort()}{"}"}
                snmp: {"{"}version: v3, user: {user}, authPassword: "file:{auth}", privPassword: "file:{priv}", timeout: 200 ms, retries: 0{"}"}
            """);

        Close(thread, agent);
        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("asc1"), Has.Some.Contains("Agents are silent when a community is wrong"));
        Assert.That(run.Faults("rsu1"), Has.Some.Contains(told));
        Assert.That(run.Record.DeviceFaults.Select(fault => fault.Reason), Has.None.Contains(Wrong).And.None.Contains(SampleAgent.AuthenticationPassword));
        AssertOnlyTheUnitIsUntouched(run);
    }

    [Test]
    public void Ports_at_which_nobody_listens_are_told_with_the_remedy()
    {
        var closed = FreePort();

        var run = Run(
            $"""
              - name: asc1
                kind: signal-controller
                driver: real
                dut: true
                udp: {"{"}host: 127.0.0.1, detectors: {closed}{"}"}
                bench: {"{"}host: 127.0.0.1, spat: {FreePort()}, lamps: {FreePort()}{"}"}
              - name: rsu1
                kind: rsu
                driver: real
                dut: true
                controller: asc1
                udp: {"{"}host: 127.0.0.1, ifm: {closed}, store: {closed}, spat: {closed}{"}"}
                bench: {"{"}host: 127.0.0.1, air: {FreePort()}{"}"}
            """);

        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("asc1"), Has.Some.Contains($"nobody listens at the other end of UDP 127.0.0.1:{closed}; start the device"));
        Assert.That(run.Faults("rsu1"), Has.Some.Contains($"nobody listens at the other end of UDP 127.0.0.1:{closed}; start the device"));
        AssertOnlyTheUnitIsUntouched(run);
    }

    private static void AssertOnlyTheUnitIsUntouched(FaultyRun run)
    {
        foreach (var (kind, device) in new[] { ("ASC", "asc1"), ("RSU", "rsu1") })
        {
            Assert.That(run.Purposes(kind), Is.Not.Empty);
            Assert.That(run.Purposes(kind).Select(purpose => purpose.Verdict), Is.All.AnyOf(Verdict.Inconclusive, Verdict.Fail));
            Assert.That(run.Purposes(kind).Select(purpose => purpose.Reason), Is.All.Contains(run.Faults(device)[0]));
        }

        Assert.That(run.Faults("obu1"), Is.Empty);
        Assert.That(run.Count("obu1.air"), Is.GreaterThan(40), "messages of the unit that is there");
        Assert.That(run.Purposes("OBU").Select(purpose => purpose.Reason), Has.None.Contains("127.0.0.1:").And.None.Contains("password"));
        Assert.That(run.Record.DroppedDatagrams, Is.Zero);
    }

    private static UdpPort Agent(LoopThread thread) => thread.Call(loop =>
    {
        var agent = UdpPort.Open(loop, "agent", new IPEndPoint(IPAddress.Loopback, 0), null);
        _ = new SnmpAgent(loop, SampleAgent.Settings(SampleAgent.User(UsmAuthentication.Sha512, UsmPrivacy.Aes256)), agent, [.. SampleAgent.Objects(loop)]);
        return agent;
    });

    private static void Close(LoopThread thread, UdpPort agent) => thread.CallAsync(async _ =>
    {
        await agent.DisposeAsync();
        return true;
    });

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private FaultyRun Run(string devices)
    {
        var path = Path.Combine(_folder.FullName, "rig.yaml");
        File.WriteAllText(
            path,
            $"""
            name: lost
            links: udp
            air: stand-in
            devices:
            {devices}
              - name: obu1
                kind: obu
                driver: emulator
                dut: true
                mac: 02:00:00:00:20:01
            """);
        var before = OwnSockets.All();
        var run = FaultyRun.Make(path, FaultyRun.Short(6), (_, _) => { });
        Assert.That(OwnSockets.All(), Is.SubsetOf(before), "every socket of the run is closed");
        return run;
    }
}
