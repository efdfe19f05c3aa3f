using System.Text.Json.Nodes;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Tests.Runs;

internal sealed class RunRecordFileTests
{
    private string _file = null!;

    [SetUp]
    public void MakeFile() => _file = Path.Combine(Directory.CreateTempSubdirectory("hilbench-record").FullName, "run.json");

    [TearDown]
    public void RemoveFile() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Test]
    public void A_record_of_a_newer_shape_is_refused_in_one_line_that_says_the_way_out()
    {
        Write(record => record["schemaVersion"] = RunRecord.CurrentSchemaVersion + 1);

        Assert.That(
            () => RunRecordFile.Read(_file),
            Throws.TypeOf<EvidenceException>().With.Message.EqualTo($"{_file}: has schema version 2, this build reads up to 1; use a newer build of the bench."));
    }

    [Test]
    public void A_record_without_version_is_refused()
    {
        Write(record => record.AsObject().Remove("schemaVersion"));

        Assert.That(() => RunRecordFile.Read(_file), Throws.TypeOf<EvidenceException>().With.Message.Contains("has no schemaVersion"));
    }

    [Test]
    public void A_record_of_a_build_that_knew_less_is_read()
    {
        Write(record =>
        {
            foreach (var added in (string[])["timeline", "pictures", "attestations", "deviceFaults", "notReportable", "droppedDatagrams"])
            {
                record.AsObject().Remove(added);
            }

            foreach (var measurement in record["measurements"]!.AsArray())
            {
                measurement!.AsObject().Remove("series");
            }
        });
        var record = RunRecordFile.Read(_file);

        Assert.That(record.Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(record.Timeline, Is.Null);
        Assert.That(record.Pictures, Is.Empty);
        Assert.That(record.DeviceFaults, Is.Empty);
    }

    [Test]
    public void A_member_of_a_build_that_knows_more_is_passed_over()
    {
        Write(record => record["addedLater"] = new JsonObject { ["a"] = 1 });

        Assert.That(RunRecordFile.Read(_file).Purposes, Is.Not.Empty);
    }

    [Test]
    public void An_unknown_verdict_is_refused_with_its_line()
    {
        Write(record => record["verdict"] = "passed");

        Assert.That(() => RunRecordFile.Read(_file), Throws.TypeOf<EvidenceException>().With.Message.Match(@"run\.json:\d+: .*verdict"));
    }

    private void Write(Action<JsonNode> change)
    {
        var record = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("reports/samples/run.json")))!;
        change(record);
        File.WriteAllText(_file, record.ToJsonString(new() { WriteIndented = true }));
    }
}
