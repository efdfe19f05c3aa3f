using HilBench.Judging;
using HilBench.Runs;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>The verdicts of a run as a table for people.</summary>
internal static class VerdictTable
{
    /// <summary>Writes one row a purpose, and how many of each verdict there are.</summary>
    public static void Write(RunRecord record, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("verdict").NoWrap());
        table.AddColumn(new TableColumn("purpose").NoWrap());
        table.AddColumn("clause");
        table.AddColumn("reason");
        foreach (var purpose in record.Purposes)
        {
            table.AddRow(
                new Text(Word(purpose), Style(purpose.Verdict)),
                new Text(purpose.Row.Id),
                new Text($"{purpose.Row.Standard} {purpose.Row.Clause}"),
                new Text(purpose.Reason));
        }

        Tables.Write(table, terminal);
        foreach (var fault in record.DeviceFaults)
        {
            terminal.Output.WriteLine($"lost: {fault.Device}, {fault.At}: {fault.Reason}");
        }

        foreach (var reason in record.NotReportable)
        {
            terminal.Output.WriteLine($"not reportable: {reason}");
        }

        foreach (var note in record.Notes)
        {
            terminal.Output.WriteLine($"note: {note}");
        }

        terminal.Output.WriteLine($"verdict: {Word(record.Verdict)} ({Counts(record)})");
    }

    /// <summary>A verdict as text.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Error => "error",
        _ => "none",
    };

    private static string Word(PurposeRecord purpose) => purpose.NotApplicable ? "not applicable" : Word(purpose.Verdict);

    private static string Counts(RunRecord record) => string.Join(
        ", ",
        record.Purposes.GroupBy(Word, StringComparer.Ordinal)
            .OrderByDescending(group => group.Max(purpose => purpose.Verdict))
            .Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}")));

    private static Style Style(Verdict verdict) => new(verdict switch
    {
        Verdict.Pass => Color.Green,
        Verdict.Fail or Verdict.Error => Color.Red,
        Verdict.Inconclusive => Color.Yellow,
        _ => Color.Default,
    });
}
