using System.Text.Json;
using HilBench.Inputs;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Tests.Inputs;

/// <summary>Editors check files by the JSON Schemas, the bench by its readers: both must know the same keys.</summary>
internal sealed class SchemaTests
{
    private const string Scenario = "fixtures/scenarios/scenario.schema.json";
    private const string Site = "fixtures/sites/site.schema.json";
    private const string Rig = "rigs/rig.schema.json";

    [TestCase(Scenario)]
    [TestCase(Site)]
    [TestCase(Rig)]
    public void A_schema_and_its_reader_know_the_same_keys(string file)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file)));
        var objects = Objects(schema.RootElement).ToDictionary(named => named.Name, named => named.Schema, StringComparer.Ordinal);
        var known = Known(file);

        Assert.That(References(schema.RootElement).ToHashSet(StringComparer.Ordinal), Is.SubsetOf(schema.RootElement.GetProperty("$defs").EnumerateObject().Select(name => $"#/$defs/{name.Name}")));
        Assert.That(objects.Keys, Is.EquivalentTo(known.Select(keys => keys.Schema)));
        foreach (var keys in known)
        {
            var required = objects[keys.Schema].GetProperty("required").EnumerateArray().Select(key => key.GetString());
            var all = objects[keys.Schema].GetProperty("properties").EnumerateObject().Select(property => property.Name);
            Assert.That(required, Is.EquivalentTo(keys.Required), $"required keys of '{keys.Schema}'");
            Assert.That(all, Is.EquivalentTo(keys.All), $"keys of '{keys.Schema}'");
        }
    }

    [TestCase(Scenario)]
    [TestCase(Site)]
    [TestCase(Rig)]
    public void Every_object_of_a_schema_refuses_unknown_keys(string file)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file)));

        Assert.That(Objects(schema.RootElement).Count(), Is.EqualTo(Known(file).Length));
        Assert.That(Objects(schema.RootElement).Where(named => named.Schema.GetProperty("additionalProperties").GetBoolean()), Is.Empty);
    }

    [TestCase("fixtures/scenarios", "scenario.schema.json")]
    [TestCase("fixtures/sites", "site.schema.json")]
    [TestCase("rigs", "../rig.schema.json")]
    public void Every_committed_file_names_its_schema_in_its_first_line(string folder, string schema)
    {
        var files = Directory.GetFiles(Repository.PathOf(folder), "*.yaml", SearchOption.AllDirectories);

        Assert.That(files, Is.Not.Empty);
        Assert.That(
            files.Select(file => File.ReadLines(file).First()),
            Is.All.StartsWith("# yaml-language-server: $schema=").And.All.EndsWith(schema));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static KeySet[] Known(string file) => file switch
    {
        Scenario => ScenarioKeys.All,
        Site => SiteKeys.All,
        _ => RigKeys.All,
    };

    private static IEnumerable<(string Name, JsonElement Schema)> Objects(JsonElement root)
    {
        yield return (string.Empty, root);
        foreach (var definition in root.GetProperty("$defs").EnumerateObject())
        {
            if (definition.Value.TryGetProperty("properties", out _))
            {
                yield return (definition.Name, definition.Value);
            }
        }
    }
}
