using HilBench.Runs;

namespace HilBench.Validating;

/// <summary>Reads and writes validation records: what <c>hilbench validate --format json</c> gives.</summary>
public static class ValidationRecordFile
{
    /// <summary>The record's octets: UTF-8 JSON, the same octets for the same record.</summary>
    public static byte[] Encode(ValidationRecord record) => RunRecordFile.Encode(record, ValidationJson.Readable.ValidationRecord);

    /// <summary>Reads a record.</summary>
    /// <exception cref="EvidenceException">The file is missing, not a validation record, or of a newer shape.</exception>
    public static ValidationRecord Read(string path)
    {
        var record = RunRecordFile.Read(path, ValidationJson.Readable.ValidationRecord, ValidationRecord.CurrentSchemaVersion);
        var gap = record.Rows.FirstOrDefault(row => record.Purposes.Any(purpose => !row.Verdicts.ContainsKey(purpose.Row.Id)));
        return gap is null
            ? record
            : throw new EvidenceException($"{path}: the row '{gap.Defect}' has no verdict on some purpose, expected one on each; make the record anew with 'hilbench validate --format json'.");
    }
}
