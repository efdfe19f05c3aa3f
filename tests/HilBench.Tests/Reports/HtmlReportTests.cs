using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed partial class HtmlReportTests
{
    [Test]
    public void The_page_says_verdict_counts_and_what_went_wrong_first()
    {
        var page = Render(SampleRun.Mixed with { Verdict = Verdict.Fail, Purposes = SampleRun.Mixed.Purposes.RemoveAt(3) });

        Assert.That(page, Does.Contain("<title>FAIL &#x2013; Emulated intersection, US"));
        Assert.That(Section(page, "summary"), Does.Contain("What went wrong first").And.Contain("US-BSM-002").And.Contain("=1&#x2B;1 is no latitude."), "the earliest finding");
        Assert.That(Section(page, "summary"), Does.Contain("frame.number == 29"));
    }

    [Test]
    public void A_run_that_passed_says_that_nothing_went_wrong()
    {
        var page = Render(SampleRun.Mixed with { Verdict = Verdict.Pass, Purposes = [SampleRun.Mixed.Purposes[0]] });

        Assert.That(Section(page, "summary"), Does.Contain("Nothing went wrong").And.Not.Contain("What went wrong"));
    }

    [Test]
    public void Reduced_evidence_stand_in_air_defects_and_a_cut_run_are_told_at_the_top()
    {
        var summary = Section(Render(SampleRun.Mixed with { Complete = false }), "summary");

        Assert.That(summary, Does.Contain("Reduced evidence: not for certification."));
        Assert.That(summary, Does.Contain("Air interface: stand-in."));
        Assert.That(summary, Does.Contain("<bdi>rsu1</bdi>: <bdi>spat-rate-8hz</bdi>"));
        Assert.That(summary, Does.Contain("did not reach its declared end"));
    }

    [Test]
    public void A_clean_full_run_on_a_radio_has_no_caution()
    {
        var clean = SampleRun.Mixed with
        {
            Method = SampleRun.Mixed.Method with { Evidence = EvidenceLevel.Full },
            Rig = SampleRun.Mixed.Rig! with { Air = "ITS-G5 radio, cabled", Devices = [SampleRun.Mixed.Rig.Devices[0]] },
        };

        Assert.That(Section(Render(clean), "summary"), Does.Not.Contain("caution"));
    }

    [Test]
    public void A_capture_from_the_field_has_a_report_too()
    {
        var field = SampleRun.Mixed with
        {
            Rig = null,
            Scenario = null,
            Method = SampleRun.Mixed.Method with { TimingUncertaintyMilliseconds = null },
            Measurements = [SampleRun.Latency with { Uncertainty = null }],
        };
        var page = Render(field);

        Assert.That(page, Does.Contain("A capture from the field."));
        Assert.That(Section(page, "method"), Does.Contain("Unknown."));
        Assert.That(Section(page, "measurements"), Does.Contain("uncertainty unknown"));
    }

    [Test]
    public void Every_purpose_has_a_row_with_clause_basis_evidence_verdict_and_reason()
    {
        var clauses = Section(Render(SampleRun.Mixed), "clauses");

        foreach (var purpose in SampleRun.Mixed.Purposes)
        {
            var row = Regex.Match(clauses, $"<tbody [^>]*id=\"purpose-{purpose.Row.Id}\".*?</tbody>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
            Assert.That(row, Does.Contain(purpose.Reason).And.Contain(purpose.Row.Standard).And.Contain(purpose.Row.Clause));
            Assert.That(row, Does.Contain(purpose.Row.Certifiable ? ">certifiable<" : ">informative<"));
            Assert.That(row, Does.Contain(purpose.NotApplicable ? "not applicable" : Wording.Of(purpose.Verdict)));
        }

        Assert.That(clauses, Does.Contain("30 of 120 s: short"));
    }

    [Test]
    public void A_failure_shows_the_message_with_its_offending_field_packet_and_commands()
    {
        var clauses = Section(Render(SampleRun.Mixed), "clauses");

        Assert.That(clauses, Does.Match("(?s)<tr class=\"offending\">.{0,200}secMark</th>.{0,200}61000 \\(61.000 s\\).{0,80}◀ offending field"));
        Assert.That(clauses, Does.Contain("<mark>EE 48</mark>"), "the octets of secMark: bits 64 to 79");
        Assert.That(clauses, Does.Contain("frame.number == 17 || frame.number == 18"));
        Assert.That(clauses, Does.Contain("hilbench judge &lt;evidence folder&gt;"));
    }

    [Test]
    public void Measurements_have_their_numbers_curve_limit_and_delivery()
    {
        var section = Section(Render(SampleRun.Mixed), "measurements");

        Assert.That(section, Does.Contain("at most 50 ms for every message").And.Contain("limit 50 ms").And.Contain("class=\"curve\""));
        Assert.That(section, Does.Contain("How every expected message ended"));
        Assert.That(section, Does.Contain("No sample, so there is nothing to draw."));
    }

    [Test]
    public void A_rig_of_many_units_names_some_and_lets_taps_of_a_kind_share_a_lane()
    {
        var units = Enumerable.Range(1, 60).Select(number => $"obu{number}").ToArray();
        var page = Render(SampleRun.Mixed with
        {
            Rig = SampleRun.Mixed.Rig! with { Devices = [.. units.Select(unit => new DeviceIdentity(unit, "obu", "emulator", "0.1.0", true, []))] },
            Timeline = new()
            {
                From = SampleRun.SecMarkFinding.Finding.Proof[0].At,
                BinSeconds = 1,
                Bins = 2,
                Rates = [.. units.Select(unit => new RateTrack($"{unit}.air", [10, int.MaxValue])), new("rsu1.air", [10, 20])],
                Signals = [],
                Stimuli = [],
                OmittedStimuli = 0,
            },
        });

        Assert.That(page, Does.Contain("<bdi>obu6 (obu, emulator)</bdi> and <bdi>54</bdi> more; rig"));
        Assert.That(Section(page, "timeline"), Does.Contain($">obu1.air and 59 more &#x2264; {int.MaxValue}/s<").And.Contain(">rsu1.air &#x2264; 20/s<").And.Not.Contain("obu2.air"));
    }

    [Test]
    public void Silence_is_on_the_timeline_where_a_message_was_due()
    {
        var page = Render(SampleRun.MissingMessage with
        {
            Timeline = new()
            {
                From = SampleRun.MissingMessage.Purposes[0].Findings[0].Finding.Due!.Value - TimeSpan.FromMilliseconds(250),
                BinSeconds = 1,
                Bins = 2,
                Rates = [],
                Signals = [],
                Stimuli = [],
                OmittedStimuli = 0,
            },
        });

        Assert.That(Section(page, "timeline"), Does.Contain("finding 1, at 0.25 s"));
        Assert.That(page, Does.Contain("None: the finding is about what was not there.").And.Contain("What did not come was due at 2026-07-01"));
    }

    [TestCase("report.html", "within the limit", "outside the limit", "not decidable")]
    [TestCase("report.zh.html", "在限值内", "超出限值", "无法判定")]
    public void What_was_decided_of_each_measurement_is_in_its_purpose_s_row(string fileName, params string[] words)
    {
        foreach (var (outcome, word) in Enum.GetValues<LimitOutcome>().Zip(words))
        {
            var decided = SampleRun.Latency with { Decision = new(outcome, "said by the judge") };
            var row = Section(WebUtility.HtmlDecode(Render(SampleRun.Mixed with { Measurements = [decided] }, fileName)), "clauses");

            Assert.That(row, Does.Match($"(?s)at most 50 ms for every message</td><td><span class=\"mark [a-z]+\">.{{0,40}} {word}</span><span class=\"reason\">said by the judge</span>"));
        }

        Assert.That(Section(Render(SampleRun.Mixed, fileName), "clauses"), Does.Contain("at most 50 ms for every message</td><td>"), "a record of an older build");
    }

    [Test]
    public void Text_from_devices_is_never_markup()
    {
        const string Hostile = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>\"'><a href=\"http://example.invalid\">";
        var page = Render(Poison(Hostile));

        Assert.That(ScriptStart().Count(page), Is.EqualTo(1), "only the page's own script");
        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain("<a href=\"http").And.Not.Contain("</table><script"));
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)"));
    }

    [Test]
    public void Nothing_is_fetched_and_only_the_script_that_the_policy_names_may_run()
    {
        var page = Render(SampleRun.Mixed);
        var script = Regex.Match(page, "<script>(?<text>.*?)</script>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups["text"].Value;

        Assert.That(page, Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url(").And.Not.Contain("@import").And.Not.Contain(" src="));
        Assert.That(page, Does.Contain("default-src &#x27;none&#x27;"));
        Assert.That(page, Does.Contain($"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script))).Replace("+", "&#x2B;", StringComparison.Ordinal)}"));
    }

    [Test]
    public void Long_lists_are_cut_and_say_so()
    {
        var finding = new FindingRecord(SampleRun.SecMarkFinding.Finding, null);
        var failed = SampleRun.Mixed.Purposes[1] with { Findings = [.. Enumerable.Repeat(finding, 1000)], FindingCount = 4321 };

        Assert.That(Render(SampleRun.Mixed with { Purposes = [failed] }), Does.Contain("3321 more findings are not shown here").And.Contain("has the first 1000"));
    }

    /// <summary>The sample with a text in every place that a device or file can fill.</summary>
    internal static RunRecord Poison(string text)
    {
        var finding = SampleRun.SecMarkFinding with
        {
            Finding = SampleRun.SecMarkFinding.Finding with { Message = text, Found = text, Expected = text, Field = text, Device = text },
            Message = new(text, "00FF", [new(0, text, text, 0, 8, text)]),
        };
        var purpose = SampleRun.Mixed.Purposes[1];
        var at = SampleRun.SecMarkFinding.Finding.Proof[0].At;
        return SampleRun.Mixed with
        {
            Suite = text,
            Scenario = SampleRun.Mixed.Scenario! with { Name = text, Description = text, File = text },
            Rig = SampleRun.Mixed.Rig! with { Name = text, File = text, Air = text, Devices = [new(text, text, text, text, true, [text])] },
            Method = SampleRun.Mixed.Method with { TimingUncertaintyBasis = text },
            Environment = SampleRun.Mixed.Environment with { OperatingSystem = text },
            Capture = SampleRun.Mixed.Capture with { File = text, Taps = [new(text, text, 1, 1)] },
            Purposes = [purpose with { Row = purpose.Row with { Id = text, Purpose = text, Clause = text }, Reason = text, Findings = [finding, .. Enumerable.Repeat(finding with { Message = null }, 6)], FindingCount = 7, Measurements = [text] }],
            Measurements = [SampleRun.Latency with { Name = text, Unit = text, Description = text, Clock = text, Limit = new(null, 50, text), Decision = new(LimitOutcome.Undecidable, text) }],
            Notes = [text],
            NotCovered = [text],
            NotReportable = [text],
            DeviceFaults = [new(text, text, text)],
            Attestations = [new(text, [], "1", "2", [new(text, text, null)])],
            Pictures = [new(text, text, 0, at, 1, 1, text)],
            Timeline = new()
            {
                From = at,
                BinSeconds = 1,
                Bins = 2,
                Rates = [new(text, [1, 2])],
                Signals = [new(text, 1, false, [new(at, text)], 0)],
                Stimuli = [new(at, text, text, 1)],
                OmittedStimuli = 0,
            },
            Verdict = Verdict.Fail,
        };
    }

    internal static string Render(RunRecord run, string fileName = "report.html") =>
        Encoding.UTF8.GetString(ReportTable.All.Single(format => format.FileName == fileName).Render(run));

    private static string Section(string page, string id) =>
        Regex.Match(page, $"<section id=\"{id}\".*?</section>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;

    [GeneratedRegex("<script", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ScriptStart();
}
