using HilBench.Runs;

namespace HilBench.Tests.Reports;

/// <summary>A run whose every text that a device or a file could have chosen is the same text.</summary>
internal static class HostileRun
{
    /// <summary>The mixed run with a text everywhere.</summary>
    public static RunRecord WithText(string text)
    {
        var finding = SampleRun.SecMarkFinding.Finding;
        var hostile = finding with { Device = text, Message = text, Field = text, Expected = text, Found = text, Proof = [finding.Proof[0] with { Tap = text }] };
        var run = SampleRun.Mixed;
        return run with
        {
            Suite = text,
            Rig = run.Rig! with { Name = text, File = text, Air = text },
            Scenario = run.Scenario! with { Name = text, File = text },
            Capture = run.Capture with { File = text },
            Notes = [text],
            NotReportable = [text],
            DeviceFaults = [new("2026-07-01T12:00:00.000000000Z", text, text)],
            Purposes = [.. run.Purposes.Select(purpose => purpose with
            {
                Reason = text,
                RuleStatement = text,
                Row = purpose.Row with { Purpose = text, Standard = text, Clause = text, Edition = text, Stimulus = text },
                Findings = [.. purpose.Findings.Select(one => one with { Finding = hostile })],
            })],
        };
    }
}
