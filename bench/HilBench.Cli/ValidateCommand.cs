using System.CommandLine;
using HilBench.Cli.Progress;
using HilBench.Cli.Validation;
using HilBench.Validating;

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
                ("validate --format html --out proof.html", "A page for people: matrix, defects, purposes, coverage."),
                ("validate --format json --out proof.json", "The validation record, which all other forms are made of."),
                ("validate --record proof.json --format html --lang zh --out proof.zh.html", "The page in Chinese, without another run."),
                ("validate --format markdown", "The matrix for documentation."),
                ("validate --defect skip-yellow --defect feed-gap", "The clean rig and some defects only."),
            ],
        };
        var options = new ValidateOptions();
        options.AddTo(command);
        command.SetAction((parse, cancellation) => Task.FromResult(Validate(options, parse, terminal, cancellation)));
        return command;
    }

    private static int Validate(ValidateOptions options, ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        var target = options.Out(parse);
        var record = options.Record(parse) is { } file ? ValidationRecordFile.Read(file) : Make(options, parse, terminal, cancellation);
        if (target is not null)
        {
            using var text = new StringWriter();
            MatrixText.Write(record, options.Format(parse), options.Language(parse), terminal with { Output = text, Coloured = false });
            File.WriteAllText(target, text.ToString());
            terminal.Output.WriteLine(target);
        }
        else
        {
            MatrixText.Write(record, options.Format(parse), options.Language(parse), terminal);
        }

        return record.Deviations.IsEmpty ? ExitCodes.Pass : ExitCodes.Fail;
    }

    private static ValidationRecord Make(ValidateOptions options, ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        var (defects, complete) = options.Defects(parse);
        return Stages.Run(terminal, [$"{defects.Length + 1} rigs"], display =>
        {
            display.Begin();
            return ValidationRuns.Make(defects, complete, display, cancellation);
        });
    }
}
