using System.Net;
using HilBench.Links;

namespace HilBench.Tests.Cli;

/// <summary>What is wrong with the input is told in one message with place and remedy: no stack trace, the right exit code.</summary>
internal sealed class WrongInputTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-wrong");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task An_unknown_key_is_told_with_its_place_and_what_is_allowed()
    {
        var scenario = Scenario("seed: 1", "seed: 1\nweather: rain");

        var error = await Fails(3, "run", scenario, "--out", PathOf("run"));

        Assert.That(error, Does.Contain($"{scenario}:9:1: unknown key 'weather'").And.Contain("allowed: name, start, length"));
    }

    [Test]
    public async Task A_wrong_unit_is_told_with_its_place_and_what_is_allowed()
    {
        var scenario = Scenario("length: 3 min", "length: 3 km");

        var error = await Fails(3, "run", scenario, "--out", PathOf("run"));

        Assert.That(error, Does.Contain($"{scenario}:7:9: ").And.Contain("3 km").And.Contain("min"));
    }

    [Test]
    public async Task A_missing_file_is_named()
    {
        Assert.That(await Fails(3, "run", PathOf("nothing.yaml"), "--out", PathOf("run")), Does.Contain(PathOf("nothing.yaml")));
        Assert.That(await Fails(3, "certify", "--rig", PathOf("no-rig"), "--out", PathOf("run")), Does.Contain("no-rig"));
        Assert.That(await Fails(3, "report", PathOf("run.json")), Does.Contain(PathOf("run.json")));
        Assert.That(await Fails(3, "judge", PathOf("evidence")), Does.Contain("expected an evidence folder, a pcapng or a pcap file"));
    }

    [Test]
    public async Task A_device_at_an_address_of_another_machine_is_told()
    {
        var rig = Rig("    udp: {host: 192.0.2.77}");

        Assert.That(
            await Fails(3, "certify", "--rig", rig, "--clock", "wall", "--links", "udp", "--out", PathOf("run")),
            Does.Contain("192.0.2.77 is not an address of this machine"));
    }

    [Test]
    public async Task A_port_in_use_is_told_with_the_remedy()
    {
        using var loop = EventLoop.CreateWall();
        await using var taken = UdpPort.Open(loop, "taken", new IPEndPoint(IPAddress.Loopback, 0), null);
        var rig = Rig($"    udp: {{host: 127.0.0.1, ifm: {taken.Local.Port}}}");

        Assert.That(
            await Fails(3, "certify", "--rig", rig, "--clock", "wall", "--links", "udp", "--out", PathOf("run")),
            Does.Contain($"UDP port {taken.Local.Port} on 127.0.0.1 is in use").And.Contain("ss -ulpn"));
    }

    [Test]
    public async Task The_virtual_clock_over_UDP_is_refused_with_the_way_out() =>
        Assert.That(await Fails(3, "certify", "--clock", "virtual", "--links", "udp", "--out", PathOf("run")), Does.Contain("Take the wall clock for UDP"));

    [Test]
    public async Task An_output_folder_that_is_read_only_or_not_empty_is_told()
    {
        File.WriteAllText(PathOf("note.txt"), "mine");

        Assert.That(await Fails(3, "certify", "--out", _folder.FullName), Does.Contain("is not empty"));
        if (OperatingSystem.IsLinux())
        {
            Assert.That(await Fails(3, "certify", "--out", "/proc/hilbench"), Does.Contain("The output folder /proc/hilbench cannot be written to"));
        }
    }

    [Test]
    [Category("Root")]
    public async Task A_full_disk_ends_the_run_with_one_message_and_what_was_recorded_can_be_judged()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Peers.Missing("a file system of 400 kB cannot be mounted here", "run the tests on Linux as root");
        }

        var disk = Directory.CreateDirectory(PathOf("disk")).FullName;
        Peers.Run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk);
        try
        {
            var evidence = Path.Combine(disk, "run");

            var error = await Fails(3, "certify", "--evidence", "reduced", "--out", evidence);

            Assert.That(error, Does.Contain("No space left on device").And.Contain("capture.pcapng"));
            var judged = await Tool.RunAsync("judge", evidence);
            Assert.That(judged.Code, Is.EqualTo(2), judged.Output + judged.Error);
            Assert.That(judged.Output, Does.Contain("The capture has no end mark"));
        }
        finally
        {
            Peers.Run("umount", disk);
        }
    }

    [Test]
    public async Task A_capture_that_breaks_off_is_judged_up_to_there_and_one_that_is_none_is_refused()
    {
        Assert.That((await Tool.RunAsync("run", Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"), "--out", PathOf("run"))).Code, Is.Zero);
        var octets = File.ReadAllBytes(PathOf("run/capture.pcapng"));
        File.WriteAllBytes(PathOf("cut.pcapng"), octets[..(octets.Length / 2)]);
        File.WriteAllBytes(PathOf("random.pcap"), [.. Enumerable.Range(0, 500).Select(i => (byte)(i * 37))]);

        var (code, output, _) = await Tool.RunAsync("judge", PathOf("cut.pcapng"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("The capture breaks off at octet"));
        Assert.That(await Fails(3, "judge", PathOf("random.pcap")), Does.Contain("not a pcap or pcapng file"));
    }

    [Test]
    public async Task Random_octets_to_decode_fail_without_a_trace()
    {
        var (code, output, error) = await Tool.RunAsync("decode", "DEADBEEF0123456789");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output + error, Does.Contain("which no message known here does").And.Not.Contain("   at "));
    }

    private static async Task<string> Fails(int code, params string[] args)
    {
        var (found, _, error) = await Tool.RunAsync(args);
        var told = error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("hilbench: ", StringComparison.Ordinal)).ToArray();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(found, Is.EqualTo(code), error);
        Assert.That(told, Has.Length.EqualTo(1), error);
        Assert.That(error, Does.Not.Contain("   at ").And.Not.Contain("this is a fault of the bench"));
        return error;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Scenario(string line, string instead)
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"))
            .Replace("../sites/four-leg.yaml", Repository.PathOf("fixtures/sites/four-leg.yaml"), StringComparison.Ordinal)
            .Replace(line, instead, StringComparison.Ordinal);
        var path = PathOf("scenario.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The emulated rig with a line more at its road-side unit.</summary>
    private string Rig(string line)
    {
        var lines = File.ReadAllLines(Repository.PathOf("rigs/emulated/rig.yaml")).ToList();
        lines.Insert(lines.FindIndex(text => text.Contains("name: rsu1", StringComparison.Ordinal)) + 1, line);
        var path = PathOf("rig.yaml");
        File.WriteAllLines(path, lines);
        return path;
    }
}
