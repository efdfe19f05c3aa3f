using System.Collections.Immutable;
using System.CommandLine;
using HilBench.Cli.Progress;
using HilBench.Cli.Validation;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench validate</c></summary>
internal static class ValidateCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("validate", "Prove that the suite catches faults: run it on a clean rig and on one with each seeded defect, and print purposes × defects.")
        {
            Examples =
            [
                ("validate", "The matrix as a table; exit code 1 where it is not what defects.csv declares."),
                ("validate --format markdown", "The same for documentation."),
                ("validate --defect skip-yellow --defect feed-gap", "The clean rig and some defects only."),
            ],
        };
        var format = WordOption.Create(
            "--format", "How the matrix is written.", ("text", MatrixFormat.Text), ("markdown", MatrixFormat.Markdown), ("json", MatrixFormat.Json));
        var defects = new Option<string[]>("--defect") { Description = "Run this defect only; may be repeated. Default: all.", HelpName = "name", DefaultValueFactory = _ => [] };
        defects.CompletionSources.Add([.. RigDefects.All]);
        command.Add(format);
        command.Add(defects);
        command.SetAction((parse, cancellation) => Task.FromResult(Validate(parse.GetValue(defects) ?? [], parse.GetValue(format), terminal, cancellation)));
        return command;
    }

    private static int Validate(string[] wanted, MatrixFormat format, Terminal terminal, CancellationToken cancellation)
    {
        var expected = DefectExpectations.Read();
        if (wanted.FirstOrDefault(name => expected.All(line => line.Defect != name)) is { } unknown)
        {
            throw new UsageException($"--defect: there is no defect '{unknown}'{NearestWord.Hint(unknown, expected.Select(line => line.Defect))}; there are {string.Join(", ", expected.Select(line => line.Defect))}");
        }

        var chosen = wanted.Length == 0 ? expected : [.. expected.Where(line => wanted.Contains(line.Defect, StringComparer.Ordinal))];
        var folder = Directory.CreateTempSubdirectory("hilbench-validate-");
        try
        {
            var rows = Stages.Run(terminal, [$"{chosen.Length + 1} rigs"], display =>
            {
                display.Begin();
                return Rows(chosen, folder.FullName, display, cancellation);
            });
            var matrix = new DefectMatrix([.. PurposeTable.All.Select(purpose => purpose.Id)], rows);
            var deviations = matrix.Deviations(chosen, complete: wanted.Length == 0);
            MatrixText.Write(matrix, deviations, format, terminal);
            return deviations.IsEmpty ? ExitCodes.Pass : ExitCodes.Fail;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImmutableArray<MatrixRow> Rows(ImmutableArray<DefectExpectation> defects, string folder, IStageDisplay display, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<MatrixRow>();
        foreach (var (device, defect) in defects.Select(line => (line.Device, line.Defect)).Prepend((string.Empty, MatrixRow.Clean)))
        {
            cancellation.ThrowIfCancellationRequested();
            display.Advance((double)rows.Count / (defects.Length + 1), defect);
            var outcome = RunLauncher.Execute(
                new RunRequest
                {
                    ScenarioFile = BundledFiles.ShortScenario,
                    Rig = BundledFiles.EmulatedRig,
                    OutFolder = Path.Combine(folder, defect),
                    Evidence = EvidenceLevel.Reduced,
                    Defects = defect == MatrixRow.Clean ? [] : [defect],
                },
                cancellation);
            var record = RunJudge.Judge(Path.Combine(outcome.Folder, EvidenceFolder.Capture), outcome.Header, EvidenceLevel.Reduced);
            rows.Add(new MatrixRow(device, defect, [.. record.Purposes.Select(purpose => purpose.Verdict)]));
            Directory.Delete(outcome.Folder, recursive: true);
        }

        return rows.ToImmutable();
    }
}
