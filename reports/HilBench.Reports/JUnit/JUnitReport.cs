using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.JUnit;

/// <summary>
/// junit.xml: a test suite a standard, a test case a purpose. Only a pass shows as passed: fail is a failure, inconclusive and error are errors
/// (with the verdict as type), not applicable is skipped with its reason.
/// </summary>
internal static class JUnitReport
{
    private const int FindingsInText = 10;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Render(RunRecord runRecord)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            WriteSuites(xml, runRecord);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteSuites(XmlWriter xml, RunRecord runRecord)
    {
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", runRecord.Suite);
        WriteCounts(xml, JUnitCounts.Of(runRecord.Purposes));
        if (runRecord.Scenario is { } scenario)
        {
            Attribute(xml, "time", scenario.LengthSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        }

        var standards = runRecord.Purposes.GroupBy(purpose => purpose.Row.Standard, StringComparer.Ordinal);
        foreach (var standard in standards)
        {
            WriteSuite(xml, standard.Key, [.. standard], runRecord);
        }

        if (runRecord.Purposes.IsEmpty)
        {
            WriteSuite(xml, runRecord.Suite, [], runRecord);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string name, ImmutableArray<PurposeRecord> purposes, RunRecord runRecord)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        WriteCounts(xml, JUnitCounts.Of(purposes));
        Attribute(xml, "timestamp", runRecord.Times.StartedUtc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        WriteProperties(xml, RunProperties(runRecord));
        foreach (var purpose in purposes)
        {
            WriteCase(xml, purpose);
        }

        if (purposes.IsEmpty)
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "classname", name);
            Attribute(xml, "name", "run");
            WriteOutcome(xml, "error", Wording.Of(Verdict.None), "The run has no purpose: nothing was judged.", "");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, JUnitCounts counts)
    {
        Attribute(xml, "tests", Wording.Number(counts.Tests));
        Attribute(xml, "failures", Wording.Number(counts.Failures));
        Attribute(xml, "errors", Wording.Number(counts.Errors));
        Attribute(xml, "skipped", Wording.Number(counts.Skipped));
    }

    private static void WriteCase(XmlWriter xml, PurposeRecord purpose)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", purpose.Row.Standard);
        Attribute(xml, "name", purpose.Row.Id);
        WriteProperties(
            xml,
            [
                ("purpose", purpose.Row.Purpose),
                ("clause", $"{purpose.Row.Standard} {purpose.Row.Edition} {purpose.Row.Clause}"),
                ("basis", purpose.Row.Basis),
                ("certifiable", purpose.Row.Certifiable ? "yes" : "no"),
                ("verdict", Wording.Of(purpose)),
                ("evidence", string.Join("; ", purpose.Evidence.Select(Evidence))),
            ]);
        if (JUnitCounts.ElementOf(purpose) is { } element)
        {
            WriteOutcome(xml, element, Wording.Of(purpose), purpose.Reason, Findings(purpose));
        }

        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, string element, string type, string message, string text)
    {
        xml.WriteStartElement(element);
        if (element != "skipped")
        {
            Attribute(xml, "type", type);
        }

        Attribute(xml, "message", $"{type}: {message}");
        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }

    private static string Evidence(EvidenceRecord evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{evidence.Name}: {evidence.Found} of {evidence.Required} {evidence.Unit}");

    private static string Findings(PurposeRecord purpose)
    {
        var text = new StringBuilder();
        foreach (var finding in purpose.Findings.Take(FindingsInText).Select(record => record.Finding))
        {
            text.Append(finding.Device).Append(": ").Append(finding.Message).Append('\n')
                .Append("  expected ").Append(finding.Expected).Append('\n')
                .Append("  found    ").Append(finding.Found).Append('\n');
            if (finding.Field is { } field)
            {
                text.Append("  field    ").Append(field).Append('\n');
            }

            if (!finding.Proof.IsDefaultOrEmpty)
            {
                text.Append(CultureInfo.InvariantCulture, $"  packet   {finding.Proof[0].Packet} on {finding.Proof[0].Tap} at {finding.Proof[0].At}\n");
            }
        }

        if (purpose.FindingCount > FindingsInText)
        {
            text.Append(CultureInfo.InvariantCulture, $"and {purpose.FindingCount - FindingsInText} more: see findings.csv\n");
        }

        return text.ToString();
    }

    private static (string Name, string Value)[] RunProperties(RunRecord runRecord) =>
    [
        ("rig", runRecord.Rig?.Name ?? "none: a capture from the field"),
        ("air", runRecord.Rig?.Air ?? "unknown"),
        ("clock", runRecord.Method.Clock),
        ("links", runRecord.Method.Links),
        ("seed", Wording.Number(runRecord.Method.Seed)),
        ("evidence level", runRecord.Method.Evidence == EvidenceLevel.Full ? "full" : "reduced: not for certification"),
        ("capture sha256", runRecord.Capture.Sha256),
        ("bench", runRecord.Environment.Bench),
    ];

    private static void WriteProperties(XmlWriter xml, (string Name, string Value)[] properties)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, XmlText.Clean(value));
}
