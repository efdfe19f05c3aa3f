using System.Text;
using System.Text.Json.Nodes;
using HilBench.Reports;
using HilBench.Runs;
using Json.Schema;

namespace HilBench.Tests.Reports;

/// <summary>findings.sarif against two that we did not write: the schema of SARIF 2.1.0, read by JsonSchema.Net, and the validator of the SARIF Multitool.</summary>
[Category("Peer")]
[Platform("Linux")]
internal sealed class SarifPeerTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchemaNet.Read(SarifMultitool.Schema));

    private static IEnumerable<TestCaseData> Logs =>
    [
        new TestCaseData(File.ReadAllBytes(Repository.PathOf("reports/samples/findings.sarif"))).SetArgDisplayNames("the sample"),
        new TestCaseData(Render(SampleRun.Mixed)).SetArgDisplayNames("all outcomes at once"),
        new TestCaseData(Render(HostileRun.WithText("<script>alert(1)</script>[x](https://example.org)\u202E\u2028\0 {0} %20"))).SetArgDisplayNames("hostile text"),
        new TestCaseData(Render(SampleRun.Mixed with { Purposes = [] })).SetArgDisplayNames("no purpose"),
        new TestCaseData(Render(SampleRun.Mixed with { Rig = null, Scenario = null, Complete = false })).SetArgDisplayNames("a capture from the field"),
        new TestCaseData(Render(HostileRun.WithText((char)0xD83D + new string('x', 10_000)))).SetArgDisplayNames("half a surrogate pair and ten thousand letters"),
    ];

    [TestCaseSource(nameof(Logs))]
    public void The_schema_of_SARIF_finds_it_valid_by_JsonSchema_Net(byte[] log) => Assert.That(Against(JsonNode.Parse(log)!), Is.Empty);

    [Test]
    public void The_SARIF_Multitool_has_no_complaint_by_the_rules_of_SARIF_and_GitHub()
    {
        byte[][] logs = [.. Logs.Take(3).Select(log => (byte[])log.Arguments[0]!)];
        var complaints = SarifMultitool.Complaints(logs);

        // SARIF2005 wants the web page of the tool; it has none yet.
        Assert.That(complaints.Where(complaint => !complaint.StartsWith("SARIF2005", StringComparison.Ordinal)), Is.Empty);
        Assert.That(complaints, Has.Length.EqualTo(logs.Length), "every log was read");
    }

    [Test]
    public void The_SARIF_Multitool_complains_of_a_result_that_GitHub_would_refuse()
    {
        var log = JsonNode.Parse(Render(SampleRun.Mixed))!;
        log["runs"]![0]!["results"]![0]!["locations"] = new JsonArray();

        Assert.That(SarifMultitool.Complaints(Encoding.UTF8.GetBytes(log.ToJsonString())), Has.Some.StartsWith("GH1015"));
    }

    [TestCase("level", "fatal")]
    [TestCase("occurrenceCount", "many")]
    [TestCase("packet", "17")]
    public void The_schema_of_SARIF_refuses(string member, string value)
    {
        var log = JsonNode.Parse(Render(SampleRun.Mixed))!;
        log["runs"]![0]!["results"]![0]![member] = value;

        Assert.That(Against(log), Is.Not.Empty);
    }

    private static string[] Against(JsonNode log) => Schema.Value.Complaints(log);

    private static byte[] Render(RunRecord run) => ReportTable.All.Single(format => format.FileName == "findings.sarif").Render(run);
}
