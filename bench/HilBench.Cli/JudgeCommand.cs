using System.CommandLine;
using HilBench.Cli.Progress;
using HilBench.Cli.Rendering;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench judge</c></summary>
internal static class JudgeCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("judge", "Recompute every verdict from the evidence, without a rig, and say where the evidence disagrees with itself.")
        {
            Examples =
            [
                ("judge artifacts/runs/my-run", "Check a run: digests, verdicts, findings and measurements."),
                ("judge field.pcapng", "Judge a capture that no bench made."),
                ("judge unit.pcap --skip 52", "Judge what a unit copied, with 52 octets of its own before each frame."),
                ("judge field.pcap --evidence reduced --out field-report", "Ask for less evidence, and write run.json and the reports."),
            ],
            Sections =
            [
                ("Exit code", ["That of the recomputed verdict; 3 when the evidence disagrees with itself or is damaged."]),
                ("A capture from the field",
                [
                    "Interfaces named like taps (rsu1.air, asc1.spat) are taken for them; else EtherType 0x88DC and UDP ports 6053, 1516, 7943 (C2P) and 1234 (PC5) tell.",
                    "Captures of IEEE 802.11, with radiotap or without, are read too, and what a unit says of signal and channel is kept.",
                    "Limits in time end inconclusive, because nothing is known of the clock.",
                ]),
            ],
        };
        var evidence = new Argument<string>("evidence") { Description = "Evidence folder, pcapng or pcap file.", HelpName = "folder|capture" };
        var level = WordOption.Create<EvidenceLevel?>(
            "--evidence",
            "Minimum evidence that a pass needs; run is what the run was made for, full for a bare capture.",
            ("run", null),
            ("full", EvidenceLevel.Full),
            ("reduced", EvidenceLevel.Reduced));
        var folder = new Option<string>("--out") { Description = "Write run.json and the reports to this folder.", HelpName = "folder" };
        var format = WordOption.Create("--format", "What is written to standard output.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));
        command.Add(evidence);
        command.Add(level);
        command.Add(folder);
        var skip = SkipOption.Create();
        command.Add(format);
        command.Add(skip);
        var noPictures = FindingPictures.Option();
        command.Add(noPictures);
        command.SetAction(parse => Judge(
            parse.GetRequiredValue(evidence),
            parse.GetValue(level),
            parse.GetValue(folder),
            parse.GetValue(format),
            parse.GetValue(skip),
            !parse.GetValue(noPictures),
            terminal));
        return command;
    }

    private static int Judge(string evidence, EvidenceLevel? level, string? folder, OutputFormat format, int skip, bool pictures, Terminal terminal)
    {
        var judged = Stages.Run(terminal, ["judge"], display =>
        {
            display.Begin();
            return EvidenceJudge.Judge(evidence, level, progress => CertifyCommand.Show(progress, display), skip);
        });
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            var capture = File.Exists(evidence) ? evidence : Path.Combine(evidence, EvidenceFolder.Capture);
            var record = pictures ? FindingPictures.Write(capture, folder, judged.Record, terminal, display: null, skip) : judged.Record;
            RunRecordFile.Write(Path.Combine(folder, EvidenceFolder.Record), record);
            ReportWriter.WriteAll(record, folder, new PictureFolder(folder).Read);
        }

        var code = judged.Differences.IsEmpty ? judged.Record.Verdict.ExitCode() : ExitCodes.Error;
        if (format == OutputFormat.Json)
        {
            RecordJson.Write(judged.Record, evidence, judged.Differences, code, terminal.Output);
            return code;
        }

        VerdictTable.Write(judged.Record, terminal);
        foreach (var difference in judged.Differences)
        {
            terminal.Output.WriteLine($"difference: {difference}");
        }

        if (!judged.Differences.IsEmpty)
        {
            terminal.Output.WriteLine("The evidence is not what the run left: its verdicts cannot be trusted.");
        }

        return code;
    }
}
