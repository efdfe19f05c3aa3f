using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Reports.Html;
using HilBench.Tests.Validating;
using HilBench.Validating;

namespace HilBench.Tests.Reports;

internal sealed partial class ValidationReportTests
{
    private static ValidationRecord Committed => ValidationRecordFile.Read(Repository.PathOf("tests/HilBench.Tests/Cli/Validation/matrix.golden.json"));

    [TestCase("en", "validation.golden.html")]
    [TestCase("zh", "validation.golden.zh.html")]
    public void The_page_of_the_committed_record_is_the_golden_file_under_any_culture(string language, string golden)
    {
        var words = language == "zh" ? Words.Chinese : Words.English;
        var page = Render(Committed, words);

        Golden.Check($"tests/HilBench.Tests/Reports/{golden}", page);
        Assert.That(ForeignCulture.In(() => Render(Committed, words)), Is.EqualTo(page));
    }

    [TestCase("en", "validation.html")]
    [TestCase("zh", "validation.zh.html")]
    public void The_page_of_the_sample_is_the_committed_one(string language, string file) =>
        Golden.Check($"reports/samples/{file}", Render(Sample(), language == "zh" ? Words.Chinese : Words.English));

    [Test]
    public void The_sample_holds_every_purpose_and_defect_of_this_build_and_no_deviation()
    {
        const string Remedy = "hilbench validate --format json --out reports/samples/validation.json makes it anew";
        var sample = Sample();

        Assert.That(sample.Purposes.Select(purpose => purpose.Row), Is.EqualTo(PurposeTable.All.Select(purpose => Catalogue.Us[purpose.Id])), Remedy);
        Assert.That(sample.Rows.Skip(1).Select(row => $"{row.Device} {row.Defect}: {string.Join(' ', row.Breaks)}"), Is.EqualTo(SeededDefects.All.Select(defect => $"{defect.Device} {defect.Name}: {string.Join(' ', defect.Breaks)}")), Remedy);
        Assert.That(sample.Ledger, Is.EqualTo(PurposeLedger.Rows), Remedy);
        Assert.That((sample.Complete, sample.Deviations.Length), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Gaps_and_deviations_are_told_at_the_top_and_a_gap_is_the_first_purpose()
    {
        var page = Render(SampleValidation.Mixed);

        Assert.That(Section(page, "summary"), Does.Contain("Gaps: purposes that no defect proves.").And.Contain("US-CI-003 is error on deaf"));
        Assert.That(Section(page, "purposes"), Does.Match("(?s)<tbody role=\"rowgroup\">\\s*<tr role=\"row\" id=\"purpose-US-CI-003\" class=\"gap\""));
        Assert.That(Regex.Replace(Section(page, "summary"), "<[^>]+>", " ", RegexOptions.None, TimeSpan.FromSeconds(5)), Does.Contain("2 of 3").And.Contain("3 of 5"));
    }

    [Test]
    public void Each_cell_says_by_word_what_it_means_and_leads_to_a_place_of_the_page()
    {
        var page = Render(SampleValidation.Mixed);
        var labels = Regex.Matches(Section(page, "matrix"), "<td [^>]*>(?<text>.*?)</td>", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
            .Select(cell => Regex.Replace(cell.Groups["text"].Value, "<span aria-hidden=\"true\">[^<]*</span>|<[^>]+>", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(5)))
            .Select(text => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.That(labels, Is.EqualTo([
            "US-CI-001, clean device: pass", "US-CI-002, clean device: pass", "US-CI-003, clean device: not applicable",
            "US-CI-001, slow: fail caught", "US-CI-002, slow: pass", "US-CI-003, slow: not applicable",
            "US-CI-001, mute: inconclusive changed", "US-CI-002, mute: fail caught", "US-CI-003, mute: not applicable",
            "US-CI-001, deaf: fail not declared", "US-CI-002, deaf: pass", "US-CI-003, deaf: error missed",
        ]));
        var ids = Regex.Matches(page, " id=\"(?<id>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups["id"].Value).ToArray();
        var targets = Regex.Matches(page, "href=\"#(?<id>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups["id"].Value);
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Is.SupersetOf(targets.Distinct(StringComparer.Ordinal)));
    }

    [Test]
    public void The_ledger_says_of_each_purpose_whether_it_is_executable_why_not_its_standing_and_its_proof()
    {
        var ledger = Section(Render(SampleValidation.Mixed), "ledger");

        Assert.That(Line("US-CI-001"), Does.Contain("may support a certificate").And.Contain("yes").And.Contain("slow"));
        Assert.That(Line("US-CI-003"), Does.Contain("informative").And.Contain("gap: no defect proves it"));
        Assert.That(Line("US-CI-099"), Does.Contain("no: no rule is written for it yet"));
        Assert.That(Line("EU-CAM-001"), Does.Contain("no: needs a radio"));

        string Line(string id) => Regex.Matches(ledger, "<tr>.*?</tr>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Single(row => row.Value.Contains($">{id}<", StringComparison.Ordinal)).Value;
    }

    [Test]
    public void A_validation_of_some_defects_answers_in_part()
    {
        var partial = Render(SampleValidation.Mixed with { Complete = false, Deviations = [] });

        Assert.That(partial, Does.Contain("class=\"stamp inconclusive\"").And.Contain("in part").And.Contain("Some defects only."));
    }

    [Test]
    public void Text_of_the_record_is_never_markup_and_nothing_is_fetched()
    {
        const string Hostile = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href=\"http://example.invalid\">";
        var page = Render(SampleValidation.Poison(Hostile));
        var script = Regex.Match(page, "<script>(?<text>.*?)</script>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups["text"].Value;

        Assert.That(ScriptStart().Count(page), Is.EqualTo(1), "only the page's own script");
        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain("<a href=\"http").And.Not.Contain("</table><script").And.Contain("&lt;script&gt;alert(1)"));
        Assert.That(Render(SampleValidation.Mixed), Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url(").And.Not.Contain(" src="));
        Assert.That(page, Does.Contain("default-src &#x27;none&#x27;"));
        Assert.That(page, Does.Contain($"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script))).Replace("+", "&#x2B;", StringComparison.Ordinal)}"));
    }

    private static ValidationRecord Sample() => ValidationRecordFile.Read(Repository.PathOf("reports/samples/validation.json"));

    private static string Render(ValidationRecord record, Words? words = null) => Encoding.UTF8.GetString(ValidationReport.Render(record, words ?? Words.English));

    private static string Section(string page, string id) =>
        Regex.Match(page, $"<section id=\"{id}\".*?</section>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;

    [GeneratedRegex("<script", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ScriptStart();
}
