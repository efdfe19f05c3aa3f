using HilBench.Runs;

namespace HilBench.Cli;

/// <summary>The verdicts of a run as one JSON document for machines.</summary>
internal static class RecordJson
{
    /// <summary>
    /// Writes an object with <c>verdict</c>, <c>exitCode</c>, <c>evidence</c> (the folder or capture), <c>differences</c> (where the evidence
    /// disagrees with itself, one sentence each) and <c>record</c> (the shape of <c>run.json</c>).
    /// </summary>
    public static void Write(RunRecord record, string evidence, IEnumerable<string> differences, int exitCode, TextWriter output) =>
        JsonOutput.Write(output, json =>
        {
            json.WriteString("verdict", VerdictTable.Word(record.Verdict));
            json.WriteNumber("exitCode", exitCode);
            json.WriteString("evidence", evidence);
            json.WriteTexts("differences", differences);
            json.WritePropertyName("record");
            json.WriteRawValue(RunRecordFile.Encode(record));
        });
}
