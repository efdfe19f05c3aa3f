using System.Collections.Immutable;
using HilBench.Cli.Progress;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Validating;

namespace HilBench.Cli.Validation;

/// <summary>Runs the suite on the clean rig and on one with each defect.</summary>
internal static class ValidationRuns
{
    /// <summary>Makes the runs, one after the other, and keeps of each what the record needs.</summary>
    /// <param name="defects">The defects.</param>
    /// <param name="complete">Whether these are all.</param>
    /// <param name="display">Shown how far it is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ValidationRecord Make(ImmutableArray<SeededDefect> defects, bool complete, IStageDisplay display, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-validate-");
        try
        {
            var rows = ImmutableArray.CreateBuilder<ValidationRow>();
            RunRecord? clean = null;
            foreach (var defect in defects.Prepend(null))
            {
                cancellation.ThrowIfCancellationRequested();
                display.Advance((double)rows.Count / (defects.Length + 1), defect?.Name ?? ValidationRow.Clean);
                var run = Run(defect, folder.FullName, cancellation);
                clean ??= run;
                rows.Add(ValidationRow.Of(defect, RigDefects.Describe(defect?.Name ?? string.Empty), run));
            }

            return Record(clean!, rows.ToImmutable(), defects, complete);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RunRecord Run(SeededDefect? defect, string folder, CancellationToken cancellation)
    {
        var outcome = RunLauncher.Execute(
            new RunRequest
            {
                ScenarioFile = BundledFiles.ShortScenario,
                Rig = BundledFiles.EmulatedRig,
                OutFolder = Path.Combine(folder, defect?.Name ?? ValidationRow.Clean),
                Evidence = EvidenceLevel.Reduced,
                Defects = defect is null ? [] : [defect.Name],
            },
            cancellation);
        var record = RunJudge.Judge(Path.Combine(outcome.Folder, EvidenceFolder.Capture), outcome.Header, EvidenceLevel.Reduced);
        Directory.Delete(outcome.Folder, recursive: true);
        return record;
    }

    private static ValidationRecord Record(RunRecord clean, ImmutableArray<ValidationRow> rows, ImmutableArray<SeededDefect> defects, bool complete) => new()
    {
        SchemaVersion = ValidationRecord.CurrentSchemaVersion,
        Command = string.Join(' ', ["hilbench", "validate", .. complete ? [] : defects.SelectMany(defect => new[] { "--defect", defect.Name })]),
        Scenario = clean.Scenario!,
        Rig = clean.Rig!,
        Method = clean.Method,
        Times = new RunTimes(clean.Times.StartedUtc, TimeProvider.System.GetUtcNow()),
        Environment = clean.Environment,
        Complete = complete,
        Purposes = [.. clean.Purposes.Select(purpose => new ValidatedPurpose(purpose.Row, purpose.Rule, purpose.RuleStatement))],
        Rows = rows,
        Deviations = Deviations.Find([.. clean.Purposes.Select(purpose => purpose.Row.Id)], rows, defects, complete),
        Ledger = PurposeLedger.Rows,
    };
}
