namespace HilBench.Tests.Cli;

internal sealed class ReportSchemaTests
{
    [Test]
    public async Task The_schema_that_the_tool_writes_is_the_committed_one()
    {
        var (code, output, error) = await Tool.RunAsync("report", "--schema");

        Assert.That((code, error), Is.EqualTo((0, string.Empty)));
        Assert.That(output, Is.EqualTo(File.ReadAllText(Repository.PathOf("reports/run.schema.json"))));
    }

    [Test]
    public async Task A_report_of_nothing_is_wrong_usage()
    {
        var (code, output, error) = await Tool.RunAsync("report");

        Assert.That((code, output), Is.EqualTo((64, string.Empty)));
        Assert.That(error, Does.StartWith("hilbench: report takes a run record"));
    }

    [Test]
    public async Task A_record_and_the_schema_at_once_is_wrong_usage() =>
        Assert.That((await Tool.RunAsync("report", "run.json", "--schema")).Code, Is.EqualTo(64));
}
