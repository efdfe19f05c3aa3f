using System.Text.Json;
using System.Text.Json.Nodes;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Cli;

/// <summary>A run through the tool, from the command line to the evidence and back.</summary>
internal sealed class CertifyCommandTests
{
    private static readonly string[] Files =
    [
        "capture.pcapng", "findings.csv", "findings.sarif", "header.json", "inputs/four-leg-short.yaml", "inputs/four-leg.yaml", "inputs/rig.yaml", "junit.xml",
        "manifest.sha256", "measurements.csv", "report.html", "report.zh.html", "run.json", "summary.md",
    ];

    private DirectoryInfo _folder = null!;
    private string _evidence = null!;
    private (int Code, string Output, string Error) _certified;

    [OneTimeSetUp]
    public async Task Certify()
    {
        _folder = Directory.CreateTempSubdirectory("hilbench-certify");
        _evidence = PathOf("first");
        _certified = await Tool.RunAsync("certify", "--evidence", "reduced", "--out", _evidence);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Certify_passes_the_emulated_rig_and_leaves_all_its_evidence()
    {
        var left = Directory.EnumerateFiles(_evidence, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_evidence, path).Replace('\\', '/'));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(_certified.Code, Is.Zero, _certified.Error);
        Assert.That(_certified.Output, Does.Contain("verdict: pass (12 pass)").And.Contain(Path.Combine(_evidence, "report.html")));
        Assert.That(_certified.Error, Does.StartWith("[1/3] run (then: judge, report)"));
        Assert.That(left, Is.EquivalentTo(Files));
        Assert.That(Manifest.Verify(_evidence), Is.Empty);
    }

    [Test]
    public async Task Judge_gives_the_same_verdicts_and_no_difference()
    {
        var (code, output, _) = await Tool.RunAsync("judge", _evidence);

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("verdict: pass (12 pass)").And.Not.Contain("difference"));
    }

    [Test]
    public async Task Two_runs_with_one_seed_differ_in_the_time_of_day_only()
    {
        var (code, _, error) = await Tool.RunAsync("certify", "--evidence", "reduced", "--out", PathOf("second"));

        Assert.That(code, Is.Zero, error);
        Assert.That(File.ReadAllBytes(PathOf("second/capture.pcapng")), Is.EqualTo(File.ReadAllBytes(PathOf("first/capture.pcapng"))));
        var (first, second) = (Record("first"), Record("second"));
        Assert.That(first["times"]!.AsObject().Select(field => field.Key), Is.EqualTo(["startedUtc", "finishedUtc"]));
        first.Remove("times");
        second.Remove("times");
        Assert.That(second.ToJsonString(), Is.EqualTo(first.ToJsonString()));
    }

    [Test]
    public async Task A_defect_of_a_device_is_a_fail_with_its_finding_and_the_json_says_so()
    {
        var (code, output, _) = await Tool.RunAsync(
            "certify", "--evidence", "reduced", "--defect", "ifm-delay-80ms", "--format", "json", "--out", PathOf("defect"));

        using var document = JsonDocument.Parse(output);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(code, Is.EqualTo(1));
        Assert.That(document.RootElement.GetProperty("verdict").GetString(), Is.EqualTo("fail"));
        Assert.That(document.RootElement.GetProperty("exitCode").GetInt32(), Is.EqualTo(1));
        Assert.That(document.RootElement.GetProperty("record").GetProperty("purposes").GetArrayLength(), Is.EqualTo(12));
        Assert.That(File.ReadAllText(PathOf("defect/findings.csv")), Does.Contain("US-RSU-013").And.Contain("a message is on the air 8"));
    }

    [Test]
    public async Task A_flipped_byte_in_the_capture_is_told_with_exit_code_3()
    {
        var copy = PathOf("flipped");
        foreach (var file in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
            File.Copy(Path.Combine(_evidence, file), Path.Combine(copy, file));
        }

        var capture = Path.Combine(copy, "capture.pcapng");
        var octets = File.ReadAllBytes(capture);
        octets[octets.Length / 2] ^= 0xFF;
        File.WriteAllBytes(capture, octets);

        var (code, output, error) = await Tool.RunAsync("judge", copy);

        Assert.That(code, Is.EqualTo(3));
        Assert.That(output + error, Does.Contain("capture.pcapng: has digest ").And.Contain("the file was changed after the run"));
    }

    [Test]
    public async Task The_reports_of_the_record_are_the_same_octets_again()
    {
        var (code, output, _) = await Tool.RunAsync("report", PathOf("first/run.json"), "--out", PathOf("reports"));

        Assert.That(code, Is.Zero);
        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(ReportTable.All.Length));
        foreach (var name in ReportTable.All.Select(format => format.FileName))
        {
            Assert.That(File.ReadAllBytes(PathOf($"reports/{name}")), Is.EqualTo(File.ReadAllBytes(PathOf($"first/{name}"))), name);
        }
    }

    [Test]
    public async Task Run_records_without_judging_and_judge_says_what_is_missing_for_a_certificate()
    {
        var (code, output, _) = await Tool.RunAsync("run", Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"), "--out", PathOf("run"));
        var judged = await Tool.RunAsync("judge", PathOf("run"));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.StartWith("four-leg-short: to its end, "));
        Assert.That(File.Exists(PathOf("run/run.json")), Is.False);
        Assert.That(judged.Code, Is.EqualTo(2));
        Assert.That(judged.Output.ReplaceLineEndings(" "), Does.Contain("needs 1000 forwarded messages, saw 300"));
    }

    [Test]
    [Category("Peer")]
    public void Tshark_opens_the_capture_and_names_its_interfaces()
    {
        Peers.Require("tshark", "tshark");

        var names = Peers.Run("tshark", "-r", PathOf("first/capture.pcapng"), "-T", "fields", "-e", "frame.interface_name")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

        Assert.That(names, Is.EquivalentTo(
            ["bench.clock", "truth", "asc1.spat", "asc1.lamps", "asc1.detectors", "rsu1.ifm", "rsu1.store", "rsu1.air", "obu1.gnss", "obu1.air"]));
    }

    [Test]
    [Category("Peer")]
    public void Tshark_reads_WSMP_on_the_air()
    {
        Peers.Require("tshark", "tshark");

        var protocols = Peers.Run("tshark", "-r", PathOf("first/capture.pcapng"), "-Y", "wsmp", "-T", "fields", "-e", "frame.interface_name")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

        Assert.That(protocols, Is.EquivalentTo(["rsu1.air", "obu1.air"]));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private JsonObject Record(string run) => JsonNode.Parse(File.ReadAllText(PathOf($"{run}/run.json")))!.AsObject();
}
