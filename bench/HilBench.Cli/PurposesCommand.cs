using System.Globalization;
using HilBench.Judging;
using HilBench.Rules;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary><c>hilbench purposes</c></summary>
internal static class PurposesCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("purposes", "List the executable test purposes: clause, rule, and the evidence that a pass needs.")
        {
            Examples =
            [
                ("purposes", "What certify judges, and from which clause."),
                ("purposes --format json", "The same for a machine, with the rules in words."),
            ],
        };
        var format = WordOption.Create("--format", "What is written to standard output.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));
        command.Add(format);
        command.SetAction(parse =>
        {
            if (parse.GetValue(format) == OutputFormat.Json)
            {
                WriteJson(terminal.Output);
            }
            else
            {
                WriteTable(terminal);
            }

            return ExitCodes.Pass;
        });
        return command;
    }

    private static void WriteTable(Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("purpose").NoWrap());
        foreach (var column in (string[])["device", "clause", "what", "evidence for a pass", "standing"])
        {
            table.AddColumn(column);
        }

        foreach (var purpose in PurposeTable.All)
        {
            var row = Catalogue.Us[purpose.Id];
            table.AddRow(
                new Text(row.Id),
                new Text(row.AppliesTo),
                new Text($"{row.Standard} {row.Clause}"),
                new Text(row.Purpose),
                new Text(string.Join("; ", purpose.MinimumEvidence.Select(Words))),
                new Text(row.Certifiable ? "certifiable" : "informative"));
        }

        Tables.Write(table, terminal);
        terminal.Output.WriteLine("certifiable: the criterion was read in a public test specification; informative: in a secondary source, the purchased standard decides.");
    }

    private static void WriteJson(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray("purposes");
        foreach (var purpose in PurposeTable.All)
        {
            var row = Catalogue.Us[purpose.Id];
            var rule = purpose.CreateRule();
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("appliesTo", row.AppliesTo);
            json.WriteString("standard", row.Standard);
            json.WriteString("edition", row.Edition);
            json.WriteString("clause", row.Clause);
            json.WriteString("purpose", row.Purpose);
            json.WriteString("rule", rule.Name);
            json.WriteString("statement", rule.Statement);
            json.WriteBoolean("certifiable", row.Certifiable);
            json.WriteStartArray("minimumEvidence");
            foreach (var requirement in purpose.MinimumEvidence)
            {
                json.WriteStartObject();
                json.WriteString("name", requirement.Name);
                json.WriteString("unit", requirement.Unit);
                json.WriteNumber("full", requirement.Full);
                json.WriteNumber("reduced", requirement.Reduced);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Words(EvidenceRequirement requirement)
    {
        var amount = requirement.Full.ToString("0", CultureInfo.InvariantCulture);
        return requirement.Name.EndsWith(requirement.Unit, StringComparison.Ordinal)
            ? $"{amount} {requirement.Name}"
            : $"{amount} {requirement.Unit} of {requirement.Name}";
    }
}
