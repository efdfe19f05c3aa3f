using System.Globalization;
using HilBench.Runs;

namespace HilBench.Benchmarks.Load;

/// <summary>An hour of many units, and a record of ten thousand findings: sizes, times and peak memory of each command, and how long a browser is busy with the report.</summary>
internal static class ReportFigures
{
    private const int Findings = 10_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="units">On-board units beside the controller and the road-side unit.</param>
    public static void Print(int units)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-load-").FullName;
        try
        {
            Console.WriteLine($"{"",-34}{"packets",10}{"capture",9}{"run.json",9}{"report",8}{"run",8}{"judge",8}{"report",8}{"run",7}{"judge",7}{"report",7}");
            Console.WriteLine($"{"",-34}{"",10}{"MB",9}{"MB",9}{"MB",8}{"s",8}{"s",8}{"s",8}{"MB",7}{"MB",7}{"MB",7}");
            Hour(Path.Combine(folder, "one"), 1, string.Empty, "an hour of 1 unit");
            var clean = Hour(Path.Combine(folder, "clean"), units, string.Empty, $"an hour of {units} units");
            var failing = Hour(Path.Combine(folder, "failing"), units, "sec-mark-out-of-range, bsm-jitter-20ms, msg-count-skips", $"an hour of {units} units that fail");
            var many = Many(Path.Combine(folder, "many"), failing);

            Console.WriteLine($"\n{"the report in Chromium, ms",-34}{"elements",10}{"open",9}{"filter",9}{"search",8}{"again",8}{"page",8}{"all open",10}");
            foreach (var (name, page) in new[] { ($"{units} units", clean), ($"{units} units that fail", failing), ($"{Findings} findings", many) })
            {
                Console.WriteLine(BrowserFigures.Row(name, Path.Combine(page, "report.html")));
            }

            Console.WriteLine($"\n{TimelineCost.Line(Path.Combine(folder, "one", "run", EvidenceFolder.Capture))}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Runs, judges and reports an hour; the folder with the report.
    private static string Hour(string folder, int units, string defects, string name)
    {
        var rig = new LoadRig(folder, units, defects);
        rig.Write();
        var evidence = Path.Combine(folder, "run");
        var judged = Path.Combine(folder, "judged");
        var run = ToolRun.Of("run", rig.Scenario, "--rig", rig.Rig, "--out", evidence);
        var judge = ToolRun.Of("judge", evidence, "--out", judged, "--no-pictures");
        var report = ToolRun.Of("report", Path.Combine(judged, EvidenceFolder.Record), "--out", Path.Combine(folder, "again"));
        var packets = RunRecordFile.Read(Path.Combine(judged, EvidenceFolder.Record)).Capture.Packets;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34}{packets,10}{Size(evidence, EvidenceFolder.Capture),9:F1}{Sizes(judged)}{run.Seconds,8:F1}{judge.Seconds,8:F1}{report.Seconds,8:F1}{run.PeakMegabytes,7:F0}{judge.PeakMegabytes,7:F0}{report.PeakMegabytes,7:F0}"));
        if (units > 1)
        {
            File.Delete(Path.Combine(evidence, EvidenceFolder.Capture)); // more than a gigabyte
        }

        return judged;
    }

    // The failing record with the findings of its first purpose over and over.
    private static string Many(string folder, string failing)
    {
        var record = RunRecordFile.Read(Path.Combine(failing, EvidenceFolder.Record));
        var purpose = record.Purposes.First(purpose => purpose.Findings.Length >= Findings / 10);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, EvidenceFolder.Record);
        RunRecordFile.Write(file, record with
        {
            Purposes = [purpose with { Findings = [.. Enumerable.Range(0, Findings).Select(number => purpose.Findings[number % purpose.Findings.Length])] }],
        });
        var report = ToolRun.Of("report", file);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{$"a record of {Findings} findings",-34}{"",10}{"",9}{Sizes(folder)}{"",8}{"",8}{report.Seconds,8:F1}{"",7}{"",7}{report.PeakMegabytes,7:F0}"));
        return folder;
    }

    private static string Sizes(string folder) => string.Create(CultureInfo.InvariantCulture, $"{Size(folder, EvidenceFolder.Record),9:F1}{Size(folder, "report.html"),8:F1}");

    private static double Size(string folder, string file) => new FileInfo(Path.Combine(folder, file)).Length / 1e6;
}
