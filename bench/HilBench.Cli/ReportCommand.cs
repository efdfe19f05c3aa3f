using System.CommandLine;
using HilBench.Cli.Printing;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench report</c></summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("report", "Write the reports of a run record. The same record always gives the same octets.")
        {
            Examples =
            [
                ("report artifacts/runs/my-run/run.json", "Write them beside the record."),
                ("report run.json --out web", "Write them to another folder."),
                ("report --schema > run.schema.json", "The JSON Schema of run.json, for programs that read it."),
                ("report run.json --pdf --lang zh", "Print the Chinese report to PDF too: report.zh.pdf."),
            ],
            Sections = [("Reports", [.. ReportTable.All.Select(format => $"{format.FileName,-17}{format.Contents}")])],
        };
        var record = new Argument<string?>("record")
        {
            Description = "Run record: run.json of an evidence folder.",
            HelpName = "run.json",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = new Option<string>("--out") { Description = "Folder to write to. Default: the record's.", HelpName = "folder" };
        var schema = new Option<bool>("--schema") { Description = "Write the JSON Schema of run.json to standard output, and nothing else." };
        command.Add(record);
        command.Add(folder);
        command.Add(schema);
        var pages = new PageOptions();
        pages.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(record) is null != result.GetValue(schema))
            {
                result.AddError("report takes a run record, run.json of an evidence folder, or --schema");
            }
        });
        command.SetAction(parse =>
        {
            if (parse.GetValue(record) is not { } file)
            {
                terminal.Output.Write(RunSchema.Text);
                return ExitCodes.Pass;
            }

            var target = parse.GetValue(folder) ?? Path.GetDirectoryName(Path.GetFullPath(file))!;
            foreach (var name in ReportWriter.WriteAll(RunRecordFile.Read(file), target, new PictureFolder(Path.GetDirectoryName(Path.GetFullPath(file))!).Read))
            {
                terminal.Output.WriteLine(Path.Combine(target, name));
            }

            if (pages.Print(parse, target, terminal) is { } pdf)
            {
                terminal.Output.WriteLine(pdf);
            }

            return ExitCodes.Pass;
        });
        return command;
    }
}
