using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Printing;
using HilBench.Cli.Progress;
using HilBench.Cli.Rendering;
using HilBench.Cli.Watching;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench certify</c></summary>
internal static class CertifyCommand
{
    private const string Suite = "US intersection";

    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("certify", "Run the suite on a rig: record, judge, and write the report with all its evidence.")
        {
            Examples =
            [
                ("certify", "Certify the emulated intersection: an hour of traffic under the virtual clock."),
                ("certify --out my-run --seed 7", "Choose the folder and the seed."),
                ("certify --evidence reduced --clock wall --links udp", "Three minutes of real time over real sockets, for regression."),
                ("certify --rig rigs/loopback --evidence reduced --watch", "Watch it in your browser: scene, purposes, lateness, rates, findings as they come."),
                ("certify --evidence reduced --defect skip-yellow", "See what the report of a failing device looks like."),
                ("certify --format json > verdicts.json", "Verdicts for a machine; the exit code tells the overall verdict."),
            ],
            Sections =
            [
                ("Evidence folder", ["report.html, report.zh.html, run.json, capture.pcapng, measurements.csv, findings.csv, junit.xml, summary.md, findings.sarif, header.json, inputs/, pictures/, manifest.sha256"]),
            ],
        };
        var options = new RunOptions(terminal);
        var scenario = new Option<string>("--scenario") { Description = "Scenario file. Default: the one that gives the evidence asked for.", HelpName = "file" };
        var evidence = WordOption.Create(
            "--evidence",
            "Minimum evidence that a pass needs; reduced serves regression and certifies nothing.",
            ("full", EvidenceLevel.Full),
            ("reduced", EvidenceLevel.Reduced));
        var format = WordOption.Create("--format", "What is written to standard output.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));
        options.AddTo(command);
        command.Add(scenario);
        command.Add(evidence);
        var noPictures = FindingPictures.Option();
        command.Add(format);
        var pages = new PageOptions();
        pages.AddTo(command);
        command.Add(noPictures);
        var watch = new WatchOptions();
        watch.AddTo(command);
        command.SetAction((parse, cancellation) =>
        {
            var level = parse.GetValue(evidence);
            var file = parse.GetValue(scenario) ?? (level == EvidenceLevel.Full ? BundledFiles.HourScenario : BundledFiles.ShortScenario);
            var folder = options.Folder(parse, file);
            var record = watch.During(
                parse, folder, terminal, () => Make(display => options.Request(parse, file, folder, Suite, level, display), pages, parse, !parse.GetValue(noPictures), terminal, cancellation));
            return Task.FromResult(Tell(record, folder, pages.Page(parse, folder), parse.GetValue(format), terminal));
        });
        return command;
    }

    private static RunRecord Make(
        Func<IStageDisplay, RunRequest> request, PageOptions pages, ParseResult parse, bool pictures, Terminal terminal, CancellationToken cancellation) =>
        Stages.Run(terminal, ["run", "judge", "report"], display =>
        {
            display.Begin();
            var outcome = RunLauncher.Execute(request(display), cancellation);
            display.Begin();
            var judged = RunJudge.Conclude(outcome.Folder, outcome.Header, progress => Show(progress, display));
            display.Begin();
            judged = pictures ? FindingPictures.Write(Path.Combine(outcome.Folder, EvidenceFolder.Capture), outcome.Folder, judged, terminal, display) : judged;
            ReportWriter.WriteAll(judged, outcome.Folder, new PictureFolder(outcome.Folder).Read);
            pages.Print(parse, outcome.Folder, terminal);
            Manifest.Write(outcome.Folder);
            return judged;
        });

    private static int Tell(RunRecord record, string folder, string page, OutputFormat format, Terminal terminal)
    {
        var code = record.Verdict.ExitCode();
        if (format == OutputFormat.Json)
        {
            RecordJson.Write(record, folder, [], code, terminal.Output);
            return code;
        }

        VerdictTable.Write(record, terminal);
        terminal.Output.WriteLine($"report: {page}");
        terminal.Output.WriteLine($"judge it again: hilbench judge {folder}");
        return code;
    }

    /// <summary>Shows how far judging is.</summary>
    public static void Show(JudgeProgress progress, IStageDisplay display) =>
        display.Advance(progress.Share, string.Create(CultureInfo.InvariantCulture, $"{progress.Packets} packets"));
}
