using System.Globalization;
using System.Text;
using HilBench.Judging;
using HilBench.Reports.Html;
using HilBench.Runs;

namespace HilBench.Reports.Markdown;

/// <summary>summary.md: the run on a CI page (GitHub's step summary, GitLab, any Markdown view): verdict, what failed first, a row a purpose.</summary>
internal static class MarkdownSummary
{
    private const int LongestTable = 200;

    /// <summary>The summary's octets: UTF-8, LF.</summary>
    public static byte[] Render(RunRecord runRecord)
    {
        var summary = RunSummary.Of(runRecord);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {Sign(runRecord.Verdict)} {Wording.Of(runRecord.Verdict)}: {MarkdownText.Escape(runRecord.Suite)}\n\n");
        WriteCounts(text, runRecord);
        WriteFirst(text, summary);
        foreach (var caution in summary.Cautions)
        {
            var said = string.Format(CultureInfo.InvariantCulture, caution.Text, caution.Values);
            text.Append(CultureInfo.InvariantCulture, $"> **{MarkdownText.Escape(caution.Title)}** {MarkdownText.Escape(said)}\n\n");
        }

        WritePurposes(text, runRecord);
        text.Append("In the evidence folder: `report.html` for people, `findings.csv`, `measurements.csv`, `junit.xml`, and `run.json` with everything.\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteCounts(StringBuilder text, RunRecord runRecord)
    {
        var counts = runRecord.Purposes.CountBy(Wording.Of).Select(count => $"{Wording.Number(count.Value)} {count.Key}");
        text.Append(runRecord.Purposes.IsEmpty ? "The run has no purpose: nothing was judged." : string.Join(", ", counts) + ".");
        text.Append("\n\n");
    }

    private static void WriteFirst(StringBuilder text, RunSummary summary)
    {
        if (summary.First is not { } first)
        {
            return;
        }

        var said = first.Record?.Finding is { } finding
            ? $"{MarkdownText.Escape(finding.Device)}: {MarkdownText.Escape(finding.Message)}; expected {MarkdownText.Escape(finding.Expected)}, found {MarkdownText.Escape(finding.Found)}."
            : MarkdownText.Escape(first.Purpose.Reason);
        text.Append(CultureInfo.InvariantCulture, $"**First:** {MarkdownText.Escape(first.Purpose.Row.Id)}, {said}\n\n");
    }

    private static void WritePurposes(StringBuilder text, RunRecord runRecord)
    {
        if (runRecord.Purposes.IsEmpty)
        {
            return;
        }

        text.Append("| Verdict | Purpose | Clause | Why |\n| --- | --- | --- | --- |\n");
        foreach (var purpose in runRecord.Purposes.Take(LongestTable))
        {
            var sign = purpose.NotApplicable ? "▫" : Sign(purpose.Verdict);
            var clause = $"{purpose.Row.Standard} {purpose.Row.Clause}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {sign} {Wording.Of(purpose)} | {MarkdownText.Escape(purpose.Row.Id)} | {MarkdownText.Escape(clause)} | {MarkdownText.Escape(purpose.Reason)} |\n");
        }

        text.Append('\n');
        if (runRecord.Purposes.Length > LongestTable)
        {
            text.Append(CultureInfo.InvariantCulture, $"and {runRecord.Purposes.Length - LongestTable} more purposes: see report.html.\n\n");
        }
    }

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "✅",
        Verdict.Fail => "❌",
        Verdict.Inconclusive => "❔",
        Verdict.Error => "💥",
        _ => "▫",
    };
}
