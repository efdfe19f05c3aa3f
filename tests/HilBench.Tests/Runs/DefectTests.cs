using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Runs;

/// <summary>The proof that the suite catches faults: each defect breaks the purposes that its line in the defect table names, and no other.</summary>
internal sealed class DefectTests
{
    private static IEnumerable<TestCaseData> Defects() =>
        File.ReadLines(Repository.PathOf("fixtures/catalogues/defects.csv")).Skip(1).Select(line => line.Split(','))
            .Select(fields => new TestCaseData(fields[0], fields[2]).SetArgDisplayNames(fields[0]));

    [TestCaseSource(nameof(Defects))]
    public void A_defect_fails_its_purposes_and_no_other(string defect, string breaks)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-defect");
        try
        {
            var outcome = RunLauncher.Execute(
                new RunRequest
                {
                    ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
                    Rig = Repository.PathOf("rigs/emulated"),
                    OutFolder = Path.Combine(folder.FullName, "run"),
                    Evidence = EvidenceLevel.Reduced,
                    Defects = [defect],
                },
                CancellationToken.None);
            var record = RunJudge.Judge(Path.Combine(outcome.Folder, EvidenceFolder.Capture), outcome.Header, EvidenceLevel.Reduced);

            TestContext.Out.WriteLine(string.Join('\n', record.Purposes.Select(purpose => $"{purpose.Row.Id} {purpose.Verdict}: {purpose.Reason}")));
            Assert.That(
                record.Purposes.Where(purpose => purpose.Verdict == Verdict.Fail).Select(purpose => purpose.Row.Id),
                Is.EqualTo(breaks.Split(';').Order(StringComparer.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
