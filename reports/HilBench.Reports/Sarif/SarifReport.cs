using System.Text.Json;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>findings.sarif: the findings as a log of SARIF 2.1.0, for code scanning and viewers.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>The log's octets: ASCII, for all other letters are escaped; LF.</summary>
    public static byte[] Render(RunRecord runRecord)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, runRecord);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteRun(Utf8JsonWriter json, RunRecord runRecord)
    {
        var results = SarifResults.Of(runRecord);
        json.WriteStartObject();
        WriteTool(json, runRecord);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"hilbench/{Name(runRecord.Suite)}/{Name(runRecord.Rig?.Name ?? "capture")}/{Name(runRecord.Scenario?.Name ?? "field")}/");
        json.WriteEndObject();
        SarifInvocation.Write(json, runRecord, results.Omissions);
        SarifArtifacts.Write(json, runRecord, results);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var result in results.All)
        {
            SarifResultWriter.Write(json, runRecord, result);
        }

        json.WriteEndArray();
        WriteRunProperties(json, runRecord);
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, RunRecord runRecord)
    {
        var version = SarifText.Of(runRecord.Environment.Bench.Split(' ')[^1]);
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "hilbench");
        json.WriteString("fullName", $"HilBench {version}");
        json.WriteString("version", version);
        SarifRules.Write(json, runRecord);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRunProperties(Utf8JsonWriter json, RunRecord runRecord)
    {
        json.WriteStartObject("properties");
        json.WriteString("verdict", Wording.Of(runRecord.Verdict));
        json.WriteString("evidence", runRecord.Method.Evidence == EvidenceLevel.Full ? "full" : "reduced: not for certification");
        json.WriteString("air", SarifText.Of(runRecord.Rig?.Air ?? "unknown"));
        json.WriteStartObject("purposes");
        foreach (var (outcome, count) in runRecord.Purposes.CountBy(Wording.Of))
        {
            json.WriteNumber(outcome, count);
        }

        json.WriteEndObject();
        json.WriteNumber("findings", runRecord.Purposes.Sum(purpose => purpose.FindingCount));
        json.WriteEndObject();
    }

    private static string Name(string text) => SarifText.Of(text).Replace('/', ' ');
}
