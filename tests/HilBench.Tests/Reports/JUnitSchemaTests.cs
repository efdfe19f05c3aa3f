using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

/// <summary>junit.xml against the schema of the dialect that CI systems read, validated by System.Xml.Schema.</summary>
internal sealed class JUnitSchemaTests
{
    [Test]
    public void All_outcomes_at_once_keep_to_the_schema() => Assert.That(Complaints(Render(SampleRun.Mixed)), Is.Empty);

    [Test]
    public void A_run_without_purposes_keeps_to_the_schema() => Assert.That(Complaints(Render(SampleRun.Mixed with { Purposes = [] })), Is.Empty);

    [Test]
    public void The_committed_sample_keeps_to_the_schema() =>
        Assert.That(Complaints(XDocument.Load(Repository.PathOf("reports/samples/junit.xml"))), Is.Empty);

    [TestCase("<testsuites><testsuite name='a' tests='1' failures='0' errors='0'><testcase name='x'/></testsuite></testsuites>", "classname")]
    [TestCase("<testsuites><testsuite name='a' tests='-1' failures='0' errors='0'/></testsuites>", "tests")]
    [TestCase("<testsuites><testsuite name='a' tests='0' failures='0' errors='0'><verdict/></testsuite></testsuites>", "verdict")]
    public void The_schema_refuses_what_is_not_of_the_dialect(string text, string named) =>
        Assert.That(Complaints(XDocument.Parse(text)), Has.Some.Contains(named));

    private static List<string> Complaints(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Repository.PathOf("tests/HilBench.Tests/Reports/junit-jenkins.xsd"));
        var complaints = new List<string>();
        document.Validate(schemas, (_, complaint) => complaints.Add(complaint.Message));
        return complaints;
    }

    private static XDocument Render(RunRecord run) =>
        XDocument.Parse(Encoding.UTF8.GetString(ReportTable.All.Single(format => format.FileName == "junit.xml").Render(run)));
}
