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
                ("report run.json --pdf --lang zh", "Print the Chinese report to PDF too: report.zh.pdf."),
            ],
            Sections = [("Reports", [.. ReportTable.All.Select(format => $"{format.FileName,-17}{format.Contents}")])],
        };
        var record = new Argument<string>("record") { Description = "Run record: run.json of an evidence folder.", HelpName = "run.json" };
        var folder = new Option<string>("--out") { Description = "Folder to write to. Default: the record's.", HelpName = "folder" };
        command.Add(record);
        command.Add(folder);
        var pages = new PageOptions();
        pages.AddTo(command);
        command.SetAction(parse =>
        {
            var file = parse.GetRequiredValue(record);
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
