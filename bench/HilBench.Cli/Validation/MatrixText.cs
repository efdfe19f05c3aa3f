using System.Collections.Immutable;
using System.Text;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Reports.Html;
using HilBench.Validating;
using Spectre.Console;

namespace HilBench.Cli.Validation;

/// <summary>Writes the matrix of purposes and defects.</summary>
internal static class MatrixText
{
    private const string Legend = "P pass, F fail, ? inconclusive, E error, - not applicable";

    /// <summary>Writes the matrix and where it is not what it must be.</summary>
    /// <param name="record">The record.</param>
    /// <param name="format">In which form.</param>
    /// <param name="words">Language of the page.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(ValidationRecord record, MatrixFormat format, Words words, Terminal terminal)
    {
        switch (format)
        {
            case MatrixFormat.Json:
                terminal.Output.Write(Encoding.UTF8.GetString(ValidationRecordFile.Encode(record)));
                break;
            case MatrixFormat.Html:
                terminal.Output.Write(Encoding.UTF8.GetString(ValidationReport.Render(record, words)));
                break;
            case MatrixFormat.Markdown:
                WriteMarkdown(record, terminal.Output);
                WriteDeviations(record.Deviations, terminal.Output);
                break;
            default:
                WriteTable(record, terminal);
                WriteDeviations(record.Deviations, terminal.Output);
                break;
        }
    }

    private static void WriteTable(ValidationRecord record, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("defect").NoWrap());
        foreach (var purpose in record.Purposes)
        {
            table.AddColumn(new TableColumn(new Text(purpose.Row.Id.Replace('-', '\n'))).Centered().NoWrap());
        }

        foreach (var row in record.Rows)
        {
            table.AddRow([new Text(Name(row)), .. Verdicts(record, row).Select(verdict => new Text(Letter(verdict), Style(verdict)))]);
        }

        Tables.Write(table, terminal);
        terminal.Output.WriteLine(Legend);
    }

    private static void WriteMarkdown(ValidationRecord record, TextWriter output)
    {
        output.WriteLine($"| defect | {string.Join(" | ", record.Purposes.Select(purpose => purpose.Row.Id))} |");
        output.WriteLine($"| --- | {string.Join(" | ", record.Purposes.Select(_ => ":-:"))} |");
        foreach (var row in record.Rows)
        {
            output.WriteLine($"| {Name(row)} | {string.Join(" | ", Verdicts(record, row).Select(Letter))} |");
        }

        output.WriteLine();
        output.WriteLine($"{Legend}.");
    }

    private static void WriteDeviations(ImmutableArray<string> deviations, TextWriter output)
    {
        output.WriteLine();
        foreach (var deviation in deviations)
        {
            output.WriteLine($"deviation: {deviation}");
        }

        output.WriteLine(deviations.IsEmpty ? "The matrix is what defects.csv declares." : FormattableString.Invariant($"{deviations.Length} deviations from defects.csv."));
    }

    private static IEnumerable<Verdict> Verdicts(ValidationRecord record, ValidationRow row) => record.Purposes.Select(purpose => row.Verdicts[purpose.Row.Id]);

    private static string Name(ValidationRow row) => row.Device.Length > 0 ? $"{row.Device}: {row.Defect}" : row.Defect;

    private static string Letter(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "P",
        Verdict.Fail => "F",
        Verdict.Inconclusive => "?",
        Verdict.Error => "E",
        _ => "-",
    };

    private static Style Style(Verdict verdict) => verdict == Verdict.Fail ? new Style(Color.Red) : Spectre.Console.Style.Plain;
}
