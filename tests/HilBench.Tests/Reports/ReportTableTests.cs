using System.Text;
using HilBench.Reports;

namespace HilBench.Tests.Reports;

internal sealed class ReportTableTests
{
    private static IEnumerable<ReportFormat> Formats => ReportTable.All;

    [Test]
    public void The_reports_are_the_files_of_an_evidence_folder() =>
        Assert.That(ReportTable.All.Select(format => format.FileName), Is.EqualTo(["report.html", "report.zh.html", "measurements.csv", "findings.csv", "junit.xml", "summary.md", "findings.sarif"]));

    [TestCaseSource(nameof(Formats))]
    public void The_same_record_gives_the_same_octets_twice(ReportFormat format)
    {
        var first = format.Render(SampleRun.Mixed);
        var second = format.Render(SampleRun.Mixed);

        Assert.That(second, Is.EqualTo(first));
    }

    [TestCaseSource(nameof(Formats))]
    public void A_culture_with_other_digits_signs_and_dates_changes_nothing(ReportFormat format)
    {
        var neutral = format.Render(SampleRun.Mixed);

        Assert.That(Encoding.UTF8.GetString(ForeignCulture.In(() => format.Render(SampleRun.Mixed))), Is.EqualTo(Encoding.UTF8.GetString(neutral)));
    }

    [TestCaseSource(nameof(Formats))]
    public void Files_are_UTF8_without_byte_order_mark_and_with_LF_lines_that_end(ReportFormat format)
    {
        var octets = format.Render(SampleRun.Mixed);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(octets);

        Assert.That(octets[0], Is.Not.EqualTo(0xEF));
        Assert.That(text, Does.Not.Contain('\r'));
        Assert.That(text, Does.EndWith("\n"));
    }
}
