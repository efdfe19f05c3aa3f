using System.Text.RegularExpressions;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class CoverageSectionTests
{
    private static readonly RunRecord Known = SampleRun.Mixed with
    {
        Coverage =
        [
            new("CTI 4501", "2017 via a public test specification", ["US-CI-008"], [new(PurposeNeed.Rule, ["US-CI-004", "US-CI-005"])]),
            new("IEEE 1609.3", "2016", [], [new(PurposeNeed.Radio, ["US-NET-001"])]),
        ],
    };

    [Test]
    public void Each_standard_has_its_counts_and_what_was_left_out_its_reason()
    {
        var section = Section(Known);

        Assert.That(Row(section, "CTI 4501"), Is.EqualTo(["CTI 4501 2017 via a public test specification", "6.3.3", "2", "0", "1", "1", "2"]));
        Assert.That(Row(section, "IEEE 1609.3"), Is.EqualTo(["IEEE 1609.3 2016", "–", "0", "0", "0", "0", "1"]));
        Assert.That(Row(section, "SAE J2945/1"), Is.EqualTo(["SAE J2945/1 2017 via a public test specification", "6.3.3", "1", "1", "0", "0", "0"]), "named by a purpose only");
        Assert.That(section, Does.Contain("Not applicable: US-CI-014: No MAP among the taps.").And.Contain("no rule is written for it yet: US-CI-004, US-CI-005").And.Contain("not selected: US-CI-008").And.Contain("needs a radio: US-NET-001"));
    }

    [Test]
    public void A_record_of_an_older_build_is_counted_as_far_as_it_goes()
    {
        var section = Section(SampleRun.Mixed);

        Assert.That(section, Does.Contain("an older build wrote it").And.Not.Contain("says nothing of, and why"));
        Assert.That(Row(section, "CTI 4501")[2..], Is.EqualTo(["2", "0", "1", "0", "0"]));
    }

    [Test]
    public void A_purpose_names_the_defects_that_prove_it_and_the_command()
    {
        var purposes = SampleRun.Mixed.Purposes;
        var page = HtmlReportTests.Render(SampleRun.Mixed with { Purposes = [purposes[0] with { ProvedBy = ["ifm-alter", "ifm-duplicate"] }, purposes[1]] });

        Assert.That(page, Does.Contain("It must fail on a device with one of these seeded defects: ifm-alter, ifm-duplicate. See it again: <code>hilbench validate --defect ifm-alter --defect ifm-duplicate</code>"));
        Assert.That(page, Does.Contain("The record names no seeded defect that it must catch."));
    }

    private static string Section(RunRecord run) => Regex.Match(HtmlReportTests.Render(run), "<section id=\"coverage\".*?</section>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;

    private static string[] Row(string section, string standard)
    {
        var row = Regex.Matches(section, "<tr>.*?</tr>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Single(row => row.Value.Contains($">{standard}<", StringComparison.Ordinal)).Value;
        return
        [
            .. Regex.Matches(row, "<t[hd][^>]*>(?<text>.*?)</t[hd]>", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
                .Select(cell => Regex.Replace(cell.Groups["text"].Value, "<[^>]+>", " ", RegexOptions.None, TimeSpan.FromSeconds(5)).Trim())
                .Select(text => System.Net.WebUtility.HtmlDecode(text)),
        ];
    }
}
