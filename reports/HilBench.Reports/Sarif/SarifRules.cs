using System.Globalization;
using System.Text.Json;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>The rules of the file: one a purpose, and one for what is said of the run as a whole.</summary>
internal static class SarifRules
{
    /// <summary>Id of the rule about the run as a whole.</summary>
    public const string Run = "HILBENCH-RUN";

    private const int LongestDescription = 1000; // GitHub: 1024

    /// <summary>Writes the rules in catalogue order, the one about the run last.</summary>
    public static void Write(Utf8JsonWriter json, RunRecord runRecord)
    {
        json.WriteStartArray("rules");
        foreach (var purpose in runRecord.Purposes)
        {
            WritePurpose(json, purpose);
        }

        Write(
            json,
            Run,
            "RunIsReportable",
            "The run can be reported: something was judged, and no evidence is missing.",
            "A run is at best inconclusive when the bench lost evidence, a device was lost or changed, or no purpose applies.",
            "See run.json (notReportable, notes) and report.html.",
            ["run"]);
        json.WriteEndArray();
    }

    /// <summary>Id of a rule by its place.</summary>
    public static string Id(RunRecord runRecord, int index) => index < runRecord.Purposes.Length ? SarifText.Of(runRecord.Purposes[index].Row.Id) : Run;

    private static void WritePurpose(Utf8JsonWriter json, PurposeRecord purpose)
    {
        var row = purpose.Row;
        Write(
            json,
            SarifText.Of(row.Id),
            Pascal(purpose.Rule),
            row.Purpose,
            purpose.RuleStatement,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SarifText.Of(row.Standard)}, edition {SarifText.Of(row.Edition)}, clause {SarifText.Of(row.Clause)}; test purpose {SarifText.Of(row.ReferenceTp)}. Stimulus: {SarifText.Sentence(row.Stimulus)} Expected: {SarifText.Sentence(row.Expected)} Numbers: {SarifText.Sentence(row.NumericCriteria)} Basis: {SarifText.Of(row.Basis)}; {(row.Certifiable ? "may support a certificate" : "informative")}."),
            [row.Region, row.AppliesTo, row.Standard, row.Certifiable ? "certifiable" : "informative"]);
    }

    private static void Write(Utf8JsonWriter json, string id, string name, string brief, string full, string help, string[] tags)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteMessage("shortDescription", Description(brief));
        json.WriteMessage("fullDescription", Description(full));
        json.WriteMessage("help", help);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", "error");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        foreach (var tag in tags.Select(tag => SarifText.Of(tag)).Distinct(StringComparer.Ordinal))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Description(string text) => PlainText.OneLine(SarifText.Sentence(text), LongestDescription);

    private static string Pascal(string rule) =>
        string.Concat(SarifText.Of(rule).Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
