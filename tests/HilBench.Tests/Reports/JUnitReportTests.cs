using System.Globalization;
using System.Text;
using System.Xml.Linq;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class JUnitReportTests
{
    [Test]
    public void There_is_a_test_case_for_each_purpose_in_a_suite_for_each_standard()
    {
        var root = Render(SampleRun.Mixed);

        Assert.That(root.Name.LocalName, Is.EqualTo("testsuites"));
        Assert.That(
            root.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value),
            Is.EqualTo(["USDOT RSU Spec 4.1", "SAE J2945/1", "CTI 4501"]));
        Assert.That(Cases(root).Select(Name), Is.EqualTo(SampleRun.Mixed.Purposes.Select(purpose => purpose.Row.Id)));
    }

    [TestCase("US-RSU-013", null, null)]
    [TestCase("US-BSM-002", "failure", "fail")]
    [TestCase("US-CI-009", "error", "inconclusive")]
    [TestCase("US-CI-002", "error", "error")]
    [TestCase("US-CI-014", "skipped", null)]
    public void Only_a_pass_shows_as_passed(string id, string? element, string? type)
    {
        var outcome = Cases(Render(SampleRun.Mixed)).Single(test => Name(test) == id).Elements().SingleOrDefault(e => e.Name != "properties");

        Assert.That(outcome?.Name.LocalName, Is.EqualTo(element));
        Assert.That(outcome?.Attribute("type")?.Value, Is.EqualTo(type));
    }

    [Test]
    public void A_purpose_without_verdict_that_does_apply_is_an_error()
    {
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[0] with { Verdict = Verdict.None }] };

        Assert.That(Cases(Render(run)).Single().Element("error")!.Attribute("type")!.Value, Is.EqualTo("not judged"));
    }

    [Test]
    public void A_run_without_purposes_is_an_error_and_not_an_empty_green_file()
    {
        var root = Render(SampleRun.Mixed with { Purposes = [] });

        Assert.That(Cases(root).Single().Element("error")!.Attribute("message")!.Value, Does.Contain("nothing was judged"));
        Assert.That(root.Attribute("errors")!.Value, Is.EqualTo("1"));
    }

    [Test]
    public void A_suite_carries_the_attributes_of_the_schema_and_they_add_up()
    {
        var root = Render(SampleRun.Mixed);

        foreach (var suite in root.Elements("testsuite").Append(root))
        {
            var cases = Cases(suite).ToArray();
            Assert.That(Count(suite, "tests"), Is.EqualTo(cases.Length));
            Assert.That(Count(suite, "failures"), Is.EqualTo(cases.Count(test => test.Element("failure") is not null)));
            Assert.That(Count(suite, "errors"), Is.EqualTo(cases.Count(test => test.Element("error") is not null)));
            Assert.That(Count(suite, "skipped"), Is.EqualTo(cases.Count(test => test.Element("skipped") is not null)));
        }

        Assert.That(root.Elements("testsuite").Sum(suite => Count(suite, "tests")), Is.EqualTo(Count(root, "tests")));
        Assert.That(root.Elements("testsuite").Select(suite => suite.Attribute("timestamp")!.Value), Is.All.EqualTo("2026-07-01T12:00:00"));
        Assert.That(root.Attribute("time")!.Value, Is.EqualTo("150"));
        Assert.That(Cases(root).Select(test => test.Attribute("classname")!.Value), Is.All.Not.Empty);
    }

    [Test]
    public void A_failure_says_what_was_expected_and_found_and_where()
    {
        var failure = Cases(Render(SampleRun.Mixed)).Single(test => Name(test) == "US-BSM-002").Element("failure")!;

        Assert.That(failure.Attribute("message")!.Value, Does.StartWith("fail: 2 findings"));
        Assert.That(failure.Value, Does.Contain("expected secMark 0..60999").And.Contain("found    61000").And.Contain("packet   17 on obu1.air"));
    }

    [Test]
    public void A_case_tells_its_clause_basis_and_whether_it_is_certifiable()
    {
        var properties = Cases(Render(SampleRun.Mixed)).First().Element("properties")!.Elements()
            .ToDictionary(p => p.Attribute("name")!.Value, p => p.Attribute("value")!.Value, StringComparer.Ordinal);

        Assert.That(properties["clause"], Does.Contain("6.3.3"));
        Assert.That(properties["basis"], Is.EqualTo("source"));
        Assert.That(properties["certifiable"], Is.EqualTo("yes"));
        Assert.That(properties["evidence"], Is.EqualTo("forwards: 1000 of 1000 messages"));
    }

    [TestCase("nul \0 bell \a", "error: nul \uFFFD bell \uFFFD")]
    [TestCase("<a> & \"]]>\" 🚦 红灯", "error: <a> & \"]]>\" 🚦 红灯")]
    [TestCase("not a character \uFFFF", "error: not a character \uFFFD")]
    public void Characters_that_XML_forbids_are_replaced_and_all_others_kept(string reason, string expected)
    {
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[3] with { Reason = reason }] };

        Assert.That(Cases(Render(run)).Single().Element("error")!.Attribute("message")!.Value, Is.EqualTo(expected));
    }

    [Test]
    public void Half_a_surrogate_pair_is_replaced()
    {
        var half = new string([(char)0xD83D, '.']);
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[3] with { Reason = half }] };

        Assert.That(Cases(Render(run)).Single().Element("error")!.Attribute("message")!.Value, Is.EqualTo("error: \uFFFD."));
    }

    private static XElement Render(RunRecord run) =>
        XDocument.Parse(Encoding.UTF8.GetString(ReportTable.All.Single(format => format.FileName == "junit.xml").Render(run))).Root!;

    private static IEnumerable<XElement> Cases(XElement element) => element.Descendants("testcase");

    private static string Name(XElement test) => test.Attribute("name")!.Value;

    private static int Count(XElement suite, string attribute) => int.Parse(suite.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
