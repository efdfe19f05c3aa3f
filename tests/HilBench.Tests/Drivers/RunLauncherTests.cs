using HilBench.Drivers;
using HilBench.Inputs;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Drivers;

internal sealed class RunLauncherTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-run");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Two_virtual_runs_with_one_seed_leave_the_same_capture_byte_for_byte()
    {
        var first = RunLauncher.Execute(Request("first"), CancellationToken.None);
        var second = RunLauncher.Execute(Request("second"), CancellationToken.None);
        var other = RunLauncher.Execute(Request("other") with { Seed = 2 }, CancellationToken.None);

        Assert.That(Capture(second), Is.EqualTo(Capture(first)));
        Assert.That(Capture(other), Is.Not.EqualTo(Capture(first)));
        Assert.That(first.Packets, Is.GreaterThan(4000));
        Assert.That(first.Complete);
    }

    [Test]
    public void The_evidence_folder_holds_header_inputs_and_capture()
    {
        var outcome = RunLauncher.Execute(Request("run"), CancellationToken.None);

        var header = RunRecordFile.ReadHeader(Path.Combine(outcome.Folder, EvidenceFolder.Header));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(header.Scenario.File, Is.EqualTo("inputs/four-leg-short.yaml"));
        Assert.That(header.Scenario.LengthSeconds, Is.EqualTo(180));
        Assert.That(header.Rig.File, Is.EqualTo("inputs/rig.yaml"));
        Assert.That(header.Rig.Devices.Select(device => device.Name), Is.EqualTo(["asc1", "rsu1", "obu1"]));
        Assert.That(header.Method.Clock, Is.EqualTo("virtual"));
        Assert.That(header.Method.Seed, Is.EqualTo(1));
        Assert.That(File.Exists(Path.Combine(outcome.Folder, "inputs", "four-leg.yaml")));
        Assert.That(header.Scenario.Sha256, Is.EqualTo(Manifest.Digest(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"))));
        Assert.That(Taps(outcome), Is.EquivalentTo(
            ["bench.clock", "truth", "asc1.spat", "asc1.lamps", "asc1.detectors", "rsu1.ifm", "rsu1.store", "rsu1.air", "obu1.gnss", "obu1.air"]));
    }

    [Test]
    public void Over_udp_on_the_wall_clock_the_same_taps_are_seen_and_the_floor_is_measured()
    {
        var request = Request("udp") with { Clock = ClockKind.Wall, Links = LinkKind.Udp, ScenarioFile = Shortened(4) };

        var outcome = RunLauncher.Execute(request, CancellationToken.None);

        using var reader = CaptureReader.Open(Path.Combine(outcome.Folder, EvidenceFolder.Capture));
        var observations = reader.Packets().Select(ObservationReader.Read).ToArray();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(observations.Count(seen => seen.Tap == "asc1.spat"), Is.InRange(38, 42));
        Assert.That(observations.Select(seen => seen.Content).OfType<FloorContent>().Count(), Is.EqualTo(1));
        Assert.That(observations[^1].Content, Is.InstanceOf<RunEndContent>());
        Assert.That(outcome.Floor, Is.Not.Null);
        Assert.That(observations.Select(seen => seen.Tap), Does.Contain("rsu1.air"));
    }

    [Test]
    public void The_virtual_clock_over_udp_is_refused()
    {
        var fault = Assert.Throws<RunException>(() => RunLauncher.Execute(Request("run") with { Links = LinkKind.Udp, Clock = ClockKind.Virtual }, CancellationToken.None));

        Assert.That(fault.Message, Does.StartWith("The virtual clock cannot carry UDP"));
        Assert.That(Directory.Exists(Path.Combine(_folder.FullName, "run")), Is.False, "nothing is left behind");
    }

    [Test]
    public void A_folder_with_something_in_it_is_refused_and_left_alone()
    {
        var kept = Directory.CreateDirectory(Path.Combine(_folder.FullName, "run"));
        File.WriteAllText(Path.Combine(kept.FullName, "note.txt"), "mine");

        Assert.That(
            () => RunLauncher.Execute(Request("run"), CancellationToken.None),
            Throws.TypeOf<RunException>().With.Message.EqualTo(
                $"The output folder {kept.FullName} is not empty. Choose a new one, or remove what is in it: the bench does not overwrite evidence."));
        Assert.That(kept.GetFileSystemInfos().Select(entry => entry.Name), Is.EqualTo(["note.txt"]));
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_told_in_one_line()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, string.Empty);

        Assert.That(
            () => RunLauncher.Execute(Request("file/run"), CancellationToken.None),
            Throws.TypeOf<RunException>().With.Message.StartsWith($"The output folder {Path.Combine(file, "run")} cannot be written to: "));
    }

    [Test]
    public void A_port_in_use_is_named_with_the_remedy()
    {
        using var loop = EventLoop.CreateWall();
        var taken = UdpPort.Open(loop, "taken", new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0), null);
        try
        {
            var rig = Rig($"    udp: {{host: 127.0.0.1, ifm: {taken.Local.Port}}}");
            var request = Request("run") with { Clock = ClockKind.Wall, Links = LinkKind.Udp, Rig = rig };

            var fault = Assert.Throws<LinkException>(() => RunLauncher.Execute(request, CancellationToken.None));

            Assert.That(fault.Message, Does.StartWith($"rsu1.ifm: UDP port {taken.Local.Port} on 127.0.0.1 is in use"));
        }
        finally
        {
            taken.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    [Test]
    public void A_device_at_an_address_of_another_machine_is_told_in_one_line()
    {
        var rig = Rig("    udp: {host: 192.0.2.77}");
        var request = Request("run") with { Clock = ClockKind.Wall, Links = LinkKind.Udp, Rig = rig };

        Assert.That(
            () => RunLauncher.Execute(request, CancellationToken.None),
            Throws.TypeOf<LinkException>().With.Message.Contains("192.0.2.77 is not an address of this machine"));
    }

    [Test]
    public void A_rig_without_what_the_scenario_needs_is_refused()
    {
        var rig = Path.Combine(_folder.FullName, "rig.yaml");
        File.WriteAllText(rig, "name: lonely\nair: stand-in\ndevices:\n  - {name: asc1, kind: signal-controller, driver: emulator}\n");

        Assert.That(
            () => RunLauncher.Execute(Request("run") with { Rig = rig }, CancellationToken.None),
            Throws.TypeOf<RunException>().With.Message.EqualTo(
                "The rig 'lonely' does not fit the scenario 'four-leg-short': vehicle 'car1' needs an on-board unit or station 'obu1'; forwarding needs a road-side unit 'rsu1'. "
                + "It has asc1 (signal-controller). Change the names in the scenario, or take another rig."));
    }

    [Test]
    public void A_defect_of_no_device_is_refused_with_those_that_there_are()
    {
        var fault = Assert.Throws<RunException>(() => RunLauncher.Execute(Request("run") with { Defects = ["perfect"] }, CancellationToken.None));

        Assert.That(fault.Message, Does.StartWith("No device of the rig 'emulated' has a defect 'perfect'; they have "));
        Assert.That(fault.Message, Does.Contain(RigDefects.OfKind("rsu").First()));
    }

    [Test]
    public void A_defect_of_the_request_is_switched_on_and_stands_in_the_header()
    {
        var defect = RigDefects.OfKind("rsu").First();

        var outcome = RunLauncher.Execute(Request("run") with { Defects = [defect] }, CancellationToken.None);

        Assert.That(outcome.Header.Rig.Devices.Select(device => string.Join(',', device.Defects)), Is.EqualTo([string.Empty, defect, string.Empty]));
    }

    [Test]
    public void An_unknown_defect_in_the_rig_file_is_told_with_its_place()
    {
        var rig = Rig("    defects: [perfect]", without: "    defects: []");

        Assert.That(
            () => RunLauncher.Execute(Request("run") with { Rig = rig }, CancellationToken.None),
            Throws.TypeOf<InputFileException>().With.Message.Contains("defects: unknown defect 'perfect' of a device of kind rsu; allowed: "));
    }

    private static byte[] Capture(RunOutcome outcome) => File.ReadAllBytes(Path.Combine(outcome.Folder, EvidenceFolder.Capture));

    private static string[] Taps(RunOutcome outcome)
    {
        using var reader = CaptureReader.Open(Path.Combine(outcome.Folder, EvidenceFolder.Capture));
        return [.. reader.Packets().Select(packet => packet.Tap.Name).Distinct(StringComparer.Ordinal)];
    }

    private RunRequest Request(string folder) => new()
    {
        ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
        Rig = Repository.PathOf("rigs/emulated"),
        OutFolder = Path.Combine(_folder.FullName, folder),
    };

    /// <summary>The emulated rig with a line more at its road-side unit.</summary>
    private string Rig(string line, string? without = null)
    {
        var lines = File.ReadAllLines(Repository.PathOf("rigs/emulated/rig.yaml")).ToList();
        var unit = lines.FindIndex(text => text.Contains("name: rsu1", StringComparison.Ordinal));
        if (without is not null)
        {
            lines.RemoveAt(lines.IndexOf(without, unit));
        }

        lines.Insert(unit + 1, line);
        var path = Path.Combine(_folder.FullName, "rig.yaml");
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>The short scenario, shortened: what happens later is left out.</summary>
    private string Shortened(int seconds)
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));
        text = text.Replace("length: 3 min", $"length: {seconds} s", StringComparison.Ordinal)
            .Replace("../sites/four-leg.yaml", Repository.PathOf("fixtures/sites/four-leg.yaml"), StringComparison.Ordinal)
            .Replace("enters: 5 s", "enters: 0 s", StringComparison.Ordinal)
            .Replace("from: 20 s, for: 30 s", "from: 1 s, for: 2 s", StringComparison.Ordinal)
            .Replace("at: 90 s", "at: 2 s", StringComparison.Ordinal)
            .Replace("at: 100 s", "at: 3 s", StringComparison.Ordinal);
        var path = Path.Combine(_folder.FullName, "shortened.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
