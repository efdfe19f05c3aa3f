using System.Globalization;
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
        // The bench is built with invariant globalization, where named cultures have no data: this one differs in all that formatting uses.
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NumberGroupSeparator = ".";
        foreign.NumberFormat.NegativeSign = "−";
        foreign.DateTimeFormat.ShortDatePattern = "yyyy'年'M'月'd'日'";
        foreign.DateTimeFormat.LongTimePattern = "tt h.mm.ss";
        foreign.DateTimeFormat.DateSeparator = ".";
        foreign.DateTimeFormat.TimeSeparator = ".";
        var before = CultureInfo.CurrentCulture;
        var neutral = format.Render(SampleRun.Mixed);
        try
        {
            CultureInfo.CurrentCulture = foreign;
            CultureInfo.CurrentUICulture = foreign;
            Assert.That(string.Create(CultureInfo.CurrentCulture, $"{-1.5}"), Is.EqualTo("−1,5"), "the culture is in force");
            Assert.That(Encoding.UTF8.GetString(format.Render(SampleRun.Mixed)), Is.EqualTo(Encoding.UTF8.GetString(neutral)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
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
