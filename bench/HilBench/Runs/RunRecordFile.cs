using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HilBench.Runs;

/// <summary>Reads and writes <c>run.json</c> and <c>header.json</c>.</summary>
public static class RunRecordFile
{
    /// <summary>The record's octets: UTF-8 JSON, the same octets for the same record.</summary>
    public static byte[] Encode(RunRecord record) => Encode(record, RunJson.Readable.RunRecord);

    /// <summary>The header's octets: UTF-8 JSON, the same octets for the same header.</summary>
    public static byte[] Encode(RunHeader header) => Encode(header, RunJson.Readable.RunHeader);

    /// <summary>Writes a record.</summary>
    public static void Write(string path, RunRecord record) => File.WriteAllBytes(path, Encode(record));

    /// <summary>Writes a header.</summary>
    public static void Write(string path, RunHeader header) => File.WriteAllBytes(path, Encode(header));

    /// <summary>Reads a record.</summary>
    /// <exception cref="EvidenceException">The file is missing, not a record, or of a newer shape.</exception>
    public static RunRecord Read(string path) => Read(path, RunJson.Readable.RunRecord, RunRecord.CurrentSchemaVersion);

    /// <summary>Reads a header.</summary>
    /// <exception cref="EvidenceException">The file is missing, not a header, or of a newer shape.</exception>
    public static RunHeader ReadHeader(string path) => Read(path, RunJson.Readable.RunHeader, RunRecord.CurrentSchemaVersion);

    /// <summary>The octets of a record of any kind.</summary>
    internal static byte[] Encode<T>(T value, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];

    /// <summary>Reads a record of any kind that has a schema version, at most the newest.</summary>
    internal static T Read<T>(string path, JsonTypeInfo<T> type, int newest)
    {
        try
        {
            var octets = File.ReadAllBytes(path);
            CheckVersion(path, octets, newest);
            return JsonSerializer.Deserialize(octets, type) ?? throw new EvidenceException($"{path}: is null, expected a JSON object.");
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? $":{number + 1}" : "";
            var said = exception.InnerException is InvalidOperationException fault ? $"{exception.Path}: {fault.Message} Judge the evidence again for a record that is whole." : exception.Message;
            throw new EvidenceException($"{path}{line}: {said}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    private static void CheckVersion(string path, byte[] octets, int newest)
    {
        using var document = JsonDocument.Parse(octets);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("schemaVersion", out var element)
            || !element.TryGetInt32(out var version))
        {
            throw new EvidenceException($"{path}: has no schemaVersion, expected a file written by this bench.");
        }

        if (version > newest)
        {
            throw new EvidenceException(
                $"{path}: has schema version {version}, this build reads up to {newest}; use a newer build of the bench.");
        }
    }
}
