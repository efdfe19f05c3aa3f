using System.Security.Cryptography;
using System.Text.Json;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>The files of the evidence that the log names, with their digests.</summary>
internal static class SarifArtifacts
{
    private static readonly string[] FileNames = ["", "findings.csv", "junit.xml"];

    /// <summary>Writes the list: the capture, what results point at, and the inputs.</summary>
    public static void Write(Utf8JsonWriter json, RunRecord runRecord, SarifResults results)
    {
        json.WriteStartArray("artifacts");
        Write(json, Uri(SarifArtifact.Capture, runRecord), "analysisTarget", "application/vnd.tcpdump.pcap", runRecord.Capture.Sha256, runRecord.Capture.Octets);
        Write(json, Uri(SarifArtifact.Findings, runRecord), "resultFile", "text/csv", Digest(results.Findings), results.Findings.Length);
        Write(json, Uri(SarifArtifact.Cases, runRecord), "resultFile", "application/xml", Digest(results.Cases), results.Cases.Length);
        if (runRecord.Scenario is { } scenario)
        {
            Write(json, SarifText.Uri(scenario.File), "userSpecifiedConfiguration", "application/yaml", scenario.Sha256, null);
        }

        if (runRecord.Rig is { } rig)
        {
            Write(json, SarifText.Uri(rig.File), "userSpecifiedConfiguration", "application/yaml", rig.Sha256, null);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a member <c>artifactLocation</c> that points into the list.</summary>
    public static void WriteLocation(Utf8JsonWriter json, SarifArtifact artifact, RunRecord runRecord)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(artifact, runRecord));
        json.WriteNumber("index", (int)artifact);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string uri, string role, string mimeType, string sha256, long? octets)
    {
        json.WriteStartObject();
        json.WriteStartObject("location");
        json.WriteString("uri", uri);
        json.WriteEndObject();
        if (octets is { } length)
        {
            json.WriteNumber("length", length);
        }

        json.WriteStartArray("roles");
        json.WriteStringValue(role);
        json.WriteEndArray();
        json.WriteString("mimeType", mimeType);
        json.WriteStartObject("hashes");
        json.WriteString("sha-256", PlainText.OneLine(sha256, 64));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Uri(SarifArtifact artifact, RunRecord runRecord) =>
        SarifText.Uri(artifact == SarifArtifact.Capture ? runRecord.Capture.File : FileNames[(int)artifact]);

    private static string Digest(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));
}
