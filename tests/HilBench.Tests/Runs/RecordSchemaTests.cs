using System.Text.Json.Nodes;
using HilBench.Runs;
using HilBench.Tests.Reports;
using Json.Schema;

namespace HilBench.Tests.Runs;

/// <summary>reports/run.schema.json against records, by JsonSchema.Net.</summary>
internal sealed class RecordSchemaTests
{
    private const string File = "reports/run.schema.json";

    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchemaNet.Read(Repository.PathOf(File)));

    [Test]
    public void The_committed_schema_is_that_of_the_record_types() => Golden.Check(File, RecordSchema.Make());

    [Test]
    public void JsonSchema_Net_finds_the_sample_valid() => Assert.That(Complaints(Sample()), Is.Empty);

    [Test]
    public void JsonSchema_Net_finds_a_record_with_every_verdict_valid() =>
        Assert.That(Complaints(Mixed()), Is.Empty);

    [Test]
    public void JsonSchema_Net_finds_the_record_of_a_capture_from_the_field_valid() =>
        Assert.That(Complaints(JsonNode.Parse(RunRecordFile.Encode(SampleRun.Mixed with { Rig = null, Scenario = null, DroppedDatagrams = 3 }))!), Is.Empty);

    [Test]
    public void A_member_that_the_schema_does_not_know_may_be_there()
    {
        var record = Mixed();
        record["addedLater"] = 1;

        Assert.That(Complaints(record), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Wrong =>
    [
        Case("a number in place of a text", record => record["suite"] = 7, "/suite"),
        Case("a text in place of a number", record => record["method"]!["seed"] = "one", "/method/seed"),
        Case("a key that is missing", record => record.AsObject().Remove("capture"), ""),
        Case("a key that is missing in a purpose", record => record["purposes"]![0]!.AsObject().Remove("ruleStatement"), "/purposes/0"),
        Case("an unknown verdict", record => record["verdict"] = "passed", "/verdict"),
        Case("a verdict by its number", record => record["purposes"]![0]!["verdict"] = 1, "/purposes/0/verdict"),
        Case("null where there is always something", record => record["notes"] = null, "/notes"),
        Case("a time without nanoseconds", record => record["purposes"]![1]!["findings"]![0]!["finding"]!["proof"]![0]!["at"] = "2026-07-01T12:00:06Z", "/purposes/1/findings/0/finding/proof/0/at"),
        Case("another version of the shape", record => record["schemaVersion"] = RunRecord.CurrentSchemaVersion + 1, "/schemaVersion"),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void JsonSchema_Net_refuses(Action<JsonNode> spoil, string place)
    {
        var record = Mixed();
        spoil(record);

        Assert.That(Complaints(record), Has.Some.StartsWith($"{place}: "));
    }

    [Test]
    public void Every_member_is_described()
    {
        var bare = new List<string>();
        Walk(JsonNode.Parse(System.IO.File.ReadAllText(Repository.PathOf(File)))!, "", bare);

        Assert.That(bare, Is.Empty);
    }

    private static TestCaseData Case(string name, Action<JsonNode> spoil, string place) => new TestCaseData(spoil, place).SetArgDisplayNames(name);

    private static JsonNode Sample() => JsonNode.Parse(System.IO.File.ReadAllBytes(Repository.PathOf("reports/samples/run.json")))!;

    private static JsonNode Mixed() => JsonNode.Parse(RunRecordFile.Encode(SampleRun.Mixed))!;

    private static string[] Complaints(JsonNode record) => Schema.Value.Complaints(record);

    private static void Walk(JsonNode schema, string path, List<string> bare)
    {
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (member!["description"] is null && member["$ref"] is null)
            {
                bare.Add($"{path}/{name}");
            }

            Walk(member, $"{path}/{name}", bare);
            if (member["items"] is { } items)
            {
                Walk(items, $"{path}/{name}/0", bare);
            }
        }
    }
}
