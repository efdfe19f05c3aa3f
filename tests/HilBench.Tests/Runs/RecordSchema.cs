using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;
using HilBench.Links;
using HilBench.Runs;

namespace HilBench.Tests.Runs;

/// <summary>The JSON Schema of run.json, made of the types of the record and of what their documentation says of them.</summary>
internal static class RecordSchema
{
    private static readonly Lazy<Dictionary<string, XElement>> Documentation = new(() =>
        ((string[])["HilBench.xml", "HilBench.Links.xml"])
            .SelectMany(file => XDocument.Load(Path.Combine(AppContext.BaseDirectory, file)).Descendants("member"))
            .ToDictionary(member => member.Attribute("name")!.Value, member => member, StringComparer.Ordinal));

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text; lines end in LF.</summary>
    public static string Make()
    {
        var record = JsonSchemaExporter.GetJsonSchemaAsNode(
            RunJson.Readable.Options,
            typeof(RunRecord),
            new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }).AsObject();
        record["properties"]!["schemaVersion"]!["const"] = RunRecord.CurrentSchemaVersion;
        record.Remove("description");
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:hilbench:run:{RunRecord.CurrentSchemaVersion}",
            ["title"] = "HilBench run record (run.json)",
            ["description"] = Words("T:HilBench.Runs.RunRecord")
                + " Members that are not listed may be added without a new schemaVersion; a change that a reader would misread raises it.",
        };
        foreach (var (name, value) in record.ToList())
        {
            record.Remove(name);
            schema[name] = value;
        }

        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var described = schema as JsonObject ?? [];
        if (context.TypeInfo.Type == typeof(Instant))
        {
            described["type"] = "string";
            described["pattern"] = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z$";
        }

        var text = context.PropertyInfo is { } property
            ? Words($"P:{Name(property.DeclaringType)}.{((System.Reflection.MemberInfo)property.AttributeProvider!).Name}")
            : Words($"T:{Name(context.TypeInfo.Type)}");
        if (text is not null && !described.ContainsKey("$ref"))
        {
            described.Insert(0, "description", text);
        }

        return described;
    }

    private static string Name(Type type) => type.FullName?.Replace('+', '.') ?? type.Name;

    private static string? Words(string member) =>
        Documentation.Value.TryGetValue(member, out var found) && found.Element("summary") is { } summary
            ? string.Join(' ', string.Concat(summary.Nodes().Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => JsonNamingPolicy.CamelCase.ConvertName(see.Attribute("cref")!.Value.Split('.')[^1]),
        XElement element => element.Value,
        _ => string.Empty,
    };
}
