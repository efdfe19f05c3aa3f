using System.Collections.Immutable;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Rules;

internal sealed class LatencyRunTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-latency");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    // The short scenario forwards 300 messages: 10 a second for 30 s.
    [TestCase(null, 300, 0, 0, 0, 0)]
    [TestCase("ifm-delay-80ms", 0, 300, 0, 0, 0)]
    [TestCase("ifm-drop-tenth", 270, 0, 30, 0, 0)]
    [TestCase("ifm-duplicate", 300, 0, 0, 30, 0)]
    [TestCase("ifm-alter", 270, 0, 0, 0, 30)]
    public void Every_forwarded_message_ends_as_the_defect_makes_it(string? defect, int inTime, int late, int lost, int duplicated, int altered)
    {
        var record = Run(defect);

        var delivery = record.Measurements.Single(measurement => measurement.Name == "l4-udp-to-air").Delivery;
        Assert.That(delivery, Is.EqualTo(new Delivery(inTime + late + lost + altered, inTime, late, lost, duplicated, altered, 0)));
        Assert.That(NotPassed(record), Is.EqualTo(defect is null ? "" : "US-RSU-013 Fail"));
    }

    [TestCase(null, 0, 50)]
    [TestCase("spat-delay-400ms", 400, 450)]
    [TestCase("late-feed", 400, 450)]
    public void Every_signal_change_is_told_as_late_as_the_defect_makes_it(string? defect, int least, int most)
    {
        var record = Run(defect);

        var total = record.Measurements.Single(measurement => measurement.Name == "l1-total");
        var delivery = total.Delivery!;
        using var scope = Assert.EnterMultipleScope();
        Assert.That(total.Count, Is.GreaterThan(50));
        Assert.That(total.Distribution!.Min, Is.GreaterThan(least));
        Assert.That(total.Distribution.Max, Is.LessThan(most));
        Assert.That(NotPassed(record), Is.EqualTo(defect is null ? "" : "US-CI-003 Fail"));
        Assert.That(delivery.Late, Is.EqualTo(defect is null ? 0 : delivery.Expected));
        Assert.That(delivery.Lost, Is.Zero);
    }

    private static string NotPassed(RunRecord record) =>
        string.Join(", ", record.Purposes.Where(purpose => purpose.Verdict != Verdict.Pass).Select(purpose => $"{purpose.Row.Id} {purpose.Verdict}"));

    private RunRecord Run(string? defect)
    {
        ImmutableArray<string> defects = defect is null ? [] : [defect];
        var outcome = RunLauncher.Execute(
            new RunRequest
            {
                ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
                Rig = Repository.PathOf("rigs/emulated"),
                OutFolder = Path.Combine(_folder.FullName, "run"),
                Evidence = EvidenceLevel.Reduced,
                Defects = defects,
            },
            CancellationToken.None);
        return RunJudge.Judge(Path.Combine(outcome.Folder, EvidenceFolder.Capture), outcome.Header, EvidenceLevel.Reduced);
    }
}
