using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace HilBench.Tests;

/// <summary>JSON Schema as JsonSchema.Net, which we did not write, understands it.</summary>
internal static class JsonSchemaNet
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    /// <summary>Reads a schema file; the same file may be read more than once.</summary>
    public static JsonSchema Read(string file) => JsonSchema.FromText(File.ReadAllText(file), new BuildOptions { SchemaRegistry = new SchemaRegistry() });

    /// <summary>What a document breaks: the place in it and what is wrong there; nothing for a valid one.</summary>
    public static string[] Complaints(this JsonSchema schema, JsonNode document)
    {
        var results = schema.Evaluate(JsonSerializer.SerializeToElement(document), Options);
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}"))];
    }
}
