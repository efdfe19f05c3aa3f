using System.Text.Json;
using HilBench.Judging;
using HilBench.Rules;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>Writes one result: its rule, level and text, the line that tells it, and the packets that prove it.</summary>
internal static class SarifResultWriter
{
    private const int MostProofs = 8;

    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, RunRecord runRecord, SarifResult result)
    {
        var finding = result.First?.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", SarifRules.Id(runRecord, result.Rule));
        json.WriteNumber("ruleIndex", result.Rule);
        json.WriteString("level", result.Verdict is Verdict.Fail or Verdict.Error ? "error" : "warning");
        json.WriteMessage("message", result.Text);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(json, runRecord, result);
        if (finding is not null)
        {
            WriteLogicalLocations(json, finding);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        if (finding is { Proof.IsDefaultOrEmpty: false })
        {
            WriteProofs(json, runRecord, finding);
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", $"{result.Fingerprint}:1");
        json.WriteString("hilbench/v1", result.Fingerprint);
        json.WriteEndObject();
        json.WriteNumber("occurrenceCount", result.Count);
        json.WriteStartObject("properties");
        json.WriteString("verdict", Wording.Of(result.Verdict));
        if (finding is not null)
        {
            WriteFindingProperties(json, finding);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, RunRecord runRecord, SarifResult result)
    {
        json.WriteStartObject("physicalLocation");
        SarifArtifacts.WriteLocation(json, result.Artifact, runRecord);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", result.Place.StartLine);
        json.WriteNumber("startColumn", result.Place.StartColumn);
        json.WriteNumber("endLine", result.Place.EndLine);
        json.WriteNumber("endColumn", result.Place.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLogicalLocations(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("logicalLocations");
        if (!finding.Proof.IsDefaultOrEmpty)
        {
            WriteLogicalLocation(json, "packet", $"{SarifText.Of(finding.Proof[0].Tap)}/{Wording.Number(finding.Proof[0].Packet)}");
        }

        if (finding.Field is { } field)
        {
            WriteLogicalLocation(json, "field", SarifText.Of(field));
        }

        WriteLogicalLocation(json, "device", SarifText.Of(finding.Device));
        json.WriteEndArray();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, string kind, string name)
    {
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", name);
        json.WriteString("kind", kind);
        json.WriteEndObject();
    }

    // A packet has no line, and the record does not hold its octet in the file: the region is the capture as a whole, the packet is named.
    private static void WriteProofs(Utf8JsonWriter json, RunRecord runRecord, Finding finding)
    {
        json.WriteStartArray("relatedLocations");
        foreach (var (index, proof) in finding.Proof.Take(MostProofs).Index())
        {
            json.WriteStartObject();
            json.WriteNumber("id", index);
            json.WriteStartObject("physicalLocation");
            SarifArtifacts.WriteLocation(json, SarifArtifact.Capture, runRecord);
            json.WriteStartObject("region");
            json.WriteNumber("byteOffset", 0);
            json.WriteNumber("byteLength", runRecord.Capture.Octets);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("logicalLocations");
            WriteLogicalLocation(json, "packet", $"{SarifText.Of(proof.Tap)}/{Wording.Number(proof.Packet)}");
            json.WriteEndArray();
            json.WriteMessage("message", $"Packet {Wording.Number(proof.Packet)} on {SarifText.Of(proof.Tap)} at {proof.At}.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindingProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", SarifText.Of(finding.Rule));
        json.WriteString("device", SarifText.Of(finding.Device));
        json.WriteString("expected", SarifText.Of(finding.Expected));
        json.WriteString("found", SarifText.Of(finding.Found));
        if (finding.Field is { } field)
        {
            json.WriteString("field", SarifText.Of(field));
        }

        if (!finding.Proof.IsDefaultOrEmpty)
        {
            json.WriteString("tap", SarifText.Of(finding.Proof[0].Tap));
            json.WriteNumber("packet", finding.Proof[0].Packet);
        }
    }
}
