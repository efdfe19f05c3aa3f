using System.Collections.Immutable;
using HilBench.Judging;
using Spectre.Console;

namespace HilBench.Cli.Validation;

/// <summary>Writes the matrix of purposes and defects.</summary>
internal static class MatrixText
{
    private const string Legend = "P pass, F fail, ? inconclusive, E error, - not applicable";

    /// <summary>Writes the matrix and where it is not what it must be.</summary>
    public static void Write(DefectMatrix matrix, ImmutableArray<string> deviations, MatrixFormat format, Terminal terminal)
    {
        switch (format)
        {
            case MatrixFormat.Json:
                WriteJson(matrix, deviations, terminal.Output);
                break;
            case MatrixFormat.Markdown:
                WriteMarkdown(matrix, terminal.Output);
                WriteDeviations(deviations, terminal.Output);
                break;
            default:
                WriteTable(matrix, terminal);
                WriteDeviations(deviations, terminal.Output);
                break;
        }
    }

    private static void WriteTable(DefectMatrix matrix, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("defect").NoWrap());
        foreach (var purpose in matrix.Purposes)
        {
            table.AddColumn(new TableColumn(new Text(purpose.Replace('-', '\n'))).Centered().NoWrap());
        }

        foreach (var row in matrix.Rows)
        {
            table.AddRow([new Text(Name(row)), .. row.Verdicts.Select(verdict => new Text(Letter(verdict), Style(verdict)))]);
        }

        Tables.Write(table, terminal);
        terminal.Output.WriteLine(Legend);
    }

    private static void WriteMarkdown(DefectMatrix matrix, TextWriter output)
    {
        output.WriteLine($"| defect | {string.Join(" | ", matrix.Purposes)} |");
        output.WriteLine($"| --- | {string.Join(" | ", matrix.Purposes.Select(_ => ":-:"))} |");
        foreach (var row in matrix.Rows)
        {
            output.WriteLine($"| {Name(row)} | {string.Join(" | ", row.Verdicts.Select(Letter))} |");
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

    private static void WriteJson(DefectMatrix matrix, ImmutableArray<string> deviations, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray("rows");
        foreach (var row in matrix.Rows)
        {
            json.WriteStartObject();
            json.WriteString("device", row.Device);
            json.WriteString("defect", row.Defect);
            json.WriteStartObject("verdicts");
            foreach (var (purpose, verdict) in matrix.Purposes.Zip(row.Verdicts))
            {
                json.WriteString(purpose, VerdictTable.Word(verdict));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("deviations", deviations);
    });

    private static string Name(MatrixRow row) => row.Device.Length > 0 ? $"{row.Device}: {row.Defect}" : row.Defect;

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
