using System.Text;
using System.Text.Json.Nodes;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

/// <summary>
/// The committed run record and its reports: the short scenario on the emulated rig with three defects. With HILBENCH_UPDATE_GOLDEN=1 the run is
/// made again, and record and reports are written anew.
/// </summary>
internal sealed class GoldenFileTests
{
    private RunRecord _made = null!;

    private static IEnumerable<string> FileNames => ReportTable.All.Select(format => format.FileName);

    private static string Folder => Repository.PathOf("reports/samples");

    [OneTimeSetUp]
    public void MakeRun()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-sample");
        try
        {
            var outcome = RunLauncher.Execute(
                new RunRequest
                {
                    ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
                    Rig = Repository.PathOf("rigs/emulated"),
                    OutFolder = Path.Combine(folder.FullName, "run"),
                    Evidence = EvidenceLevel.Reduced,
                    Suite = "US intersection",
                    Defects = ["skip-yellow", "ifm-drop-tenth", "sec-mark-out-of-range"],
                },
                CancellationToken.None);
            _made = RunJudge.Conclude(outcome.Folder, outcome.Header);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        if (Environment.GetEnvironmentVariable("HILBENCH_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            RunRecordFile.Write(Path.Combine(Folder, EvidenceFolder.Record), _made);
            ReportWriter.WriteAll(_made, Folder);
        }
    }

    [TestCaseSource(nameof(FileNames))]
    public void The_report_of_the_sample_is_the_committed_one(string fileName)
    {
        var octets = ReportTable.All.Single(format => format.FileName == fileName).Render(Sample());

        Assert.That(
            Encoding.UTF8.GetString(octets),
            Is.EqualTo(File.ReadAllText(Path.Combine(Folder, fileName))),
            "wanted? HILBENCH_UPDATE_GOLDEN=1 writes the files anew; see reports/README.md");
    }

    [Test]
    public void The_sample_is_a_record_of_the_current_shape() =>
        Assert.That(Encoding.UTF8.GetString(RunRecordFile.Encode(Sample())), Is.EqualTo(File.ReadAllText(Path.Combine(Folder, EvidenceFolder.Record))));

    [Test]
    public void The_sample_is_what_the_bench_says_of_that_rig_today()
    {
        var sample = Sample();

        Assert.That(Sentences(_made), Is.EqualTo(Sentences(sample)));
        Assert.That(sample.Purposes.Where(purpose => purpose.Verdict == Verdict.Fail).Select(purpose => purpose.Row.Id), Is.EqualTo(["US-BSM-002", "US-RSU-013", "US-CI-013"]));
    }

    [Test]
    public void The_record_that_was_just_made_keeps_to_the_published_schema_by_JsonSchema_Net() =>
        Assert.That(JsonSchemaNet.Read(Repository.PathOf("reports/run.schema.json")).Complaints(JsonNode.Parse(RunRecordFile.Encode(_made))!), Is.Empty);

    private static RunRecord Sample() => RunRecordFile.Read(Path.Combine(Folder, EvidenceFolder.Record));

    private static IEnumerable<string> Sentences(RunRecord record) =>
        record.Purposes.Select(purpose => $"{purpose.Row.Id} {purpose.Verdict}: {purpose.Reason}")
            .Concat(record.Purposes.SelectMany(purpose => purpose.Findings).Select(found => found.Finding.Message));
}
