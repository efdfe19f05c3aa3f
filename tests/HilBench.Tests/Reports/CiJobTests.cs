using System.Text.RegularExpressions;
using HilBench.Reports;
using YamlDotNet.RepresentationModel;

namespace HilBench.Tests.Reports;

/// <summary>The CI jobs of reports/README.md: YAML that parses, and reports that there are. .ci/snippets runs their shell lines.</summary>
internal sealed partial class CiJobTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("reports/README.md")).ReplaceLineEndings("\n");

    private static IEnumerable<TestCaseData> Jobs =>
        Blocks().Matches(Readme).Select(block => new TestCaseData(block.Groups["text"].Value).SetArgDisplayNames(block.Groups["kind"].Value + block.Index));

    [Test]
    public void There_is_a_job_for_each_of_three_systems() =>
        Assert.That(Blocks().Matches(Readme).Select(block => block.Groups["kind"].Value), Is.EqualTo(["yaml", "yaml", "groovy"]));

    [Test]
    public void YamlDotNet_reads_the_jobs_of_GitHub_and_GitLab()
    {
        foreach (var block in Blocks().Matches(Readme).Where(block => block.Groups["kind"].Value == "yaml"))
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(block.Groups["text"].Value));

            Assert.That(yaml.Documents, Has.Count.EqualTo(1));
            Assert.That(((YamlMappingNode)yaml.Documents[0].RootNode).Children.Keys.Select(key => ((YamlScalarNode)key).Value), Has.Some.EqualTo("jobs").Or.Some.EqualTo("certify"));
        }
    }

    [TestCaseSource(nameof(Jobs))]
    public void Files_that_a_job_publishes_are_reports_of_a_run(string job)
    {
        var named = Evidence().Matches(job).Select(file => file.Groups["file"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.That(named, Is.Not.Empty);
        Assert.That(named, Is.SubsetOf(ReportTable.All.Select(format => format.FileName)));
    }

    [GeneratedRegex("^```(?<kind>yaml|groovy)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex("artifacts/evidence/(?<file>\\w+\\.\\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Evidence();
}
