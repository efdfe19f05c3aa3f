using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class SarifReportTests
{
    private static readonly string[] Outcomes = ["error", "error", "warning", "error"];

    [Test]
    public void What_did_not_pass_is_a_result_at_the_level_of_its_verdict()
    {
        var results = Results(SampleRun.Mixed);

        Assert.That(results.Select(Rule), Is.EqualTo(["US-BSM-002", "US-BSM-002", "US-CI-009", "US-CI-002"]), "no pass, nothing that does not apply");
        Assert.That(results.Select(result => (string)result["level"]!), Is.EqualTo(Outcomes));
        Assert.That((string)results[3]["message"]!["text"]!, Is.EqualTo("error: The bench lost its tap asc1.spat."));
    }

    [Test]
    public void A_result_names_the_rule_of_its_purpose_with_clause_and_edition()
    {
        var run = Run(SampleRun.Mixed);
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();

        Assert.That(run["results"]!.AsArray().Select(result => (string)rules[(int)result!["ruleIndex"]!]!["id"]!), Is.EqualTo(Results(SampleRun.Mixed).Select(Rule)));
        Assert.That((string)rules[1]!["help"]!["text"]!, Does.StartWith("SAE J2945/1, edition 2017 via a public test specification, clause 6.3.3; test purpose TP of US-BSM-002."));
    }

    [Test]
    public void A_finding_points_at_its_row_of_findings_csv_and_at_its_packets()
    {
        var run = SampleRun.Mixed;
        var split = SampleRun.SecMarkFinding.Finding with { Message = "one\ntwo \"three\"" };
        run = run with { Purposes = [run.Purposes[1] with { Findings = [new(split, null), SampleRun.SecMarkFinding] }] };
        var rows = Encoding.UTF8.GetString(Octets(run, "findings.csv")).Split('\n');
        var results = Results(run);

        Assert.That(Region(results[0]), Is.EqualTo((2, 3, rows[2].Length + 1)), "a row of two lines");
        Assert.That(Region(results[1]), Is.EqualTo((4, 4, rows[3].Length + 1)));
        Assert.That(rows[3], Does.StartWith("US-BSM-002,").And.Contain("secMark 61000 is outside"));
        Assert.That((string)results[1]["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!, Is.EqualTo("findings.csv"));
        Assert.That((string)results[1]["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]!, Is.EqualTo("obu1.air/17"));
        Assert.That(results[1]["relatedLocations"]!.AsArray().Select(place => (string)place!["physicalLocation"]!["artifactLocation"]!["uri"]!), Is.EqualTo(["capture.pcapng", "capture.pcapng"]));
    }

    [Test]
    public void A_purpose_without_finding_points_at_its_test_case()
    {
        var result = Results(SampleRun.Mixed)[2];
        var line = Encoding.UTF8.GetString(Octets(SampleRun.Mixed, "junit.xml")).Split('\n')[Region(result).Start - 1];

        Assert.That((string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!, Is.EqualTo("junit.xml"));
        Assert.That(line, Does.Contain("<testcase").And.Contain("name=\"US-CI-009\""));
    }

    [Test]
    public void Digests_are_those_of_the_files()
    {
        var artifacts = Run(SampleRun.Mixed)["artifacts"]!.AsArray().ToDictionary(one => (string)one!["location"]!["uri"]!, one => (string)one!["hashes"]!["sha-256"]!, StringComparer.Ordinal);

        Assert.That(artifacts["capture.pcapng"], Is.EqualTo(SampleRun.Mixed.Capture.Sha256));
        Assert.That(artifacts["inputs/rig.yaml"], Is.EqualTo(SampleRun.Mixed.Rig!.Sha256));
        foreach (var file in (string[])["findings.csv", "junit.xml"])
        {
            Assert.That(artifacts[file], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Octets(SampleRun.Mixed, file)))));
        }
    }

    [Test]
    public void Another_night_with_other_packets_times_and_values_finds_nothing_new()
    {
        var tonight = Results(Night(17, TimeSpan.Zero, "secMark 61000 is outside its range."));
        var tomorrow = Results(Night(4021, TimeSpan.FromHours(24), "secMark 61500 is outside its range."));

        Assert.That(tomorrow.Select(Fingerprint), Is.EqualTo(tonight.Select(Fingerprint)));
        Assert.That(Results(Night(17, TimeSpan.Zero, "heading 61000 is outside its range.")).Select(Fingerprint), Is.Not.EqualTo(tonight.Select(Fingerprint)));
    }

    [Test]
    public void Findings_of_one_kind_are_one_result_with_their_count()
    {
        var run = Many(10_000, index => $"secMark {index} is outside its range.");
        var result = Results(run).Single();

        Assert.That((int)result["occurrenceCount"]!, Is.EqualTo(10_000));
        Assert.That((string)result["message"]!["text"]!, Does.EndWith("The first of 10000 of its kind."));
    }

    [Test]
    public void Ten_thousand_kinds_are_cut_to_what_code_scanning_shows_and_the_file_says_so()
    {
        var run = Run(Many(10_000, index => $"fault {(char)('a' + (index % 26))}{(char)('a' + (index / 26 % 26))}{(char)('a' + (index / 676))}"));
        var results = run["results"]!.AsArray();

        Assert.That(results, Has.Count.InRange(2000, 5000));
        Assert.That(
            run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().Select(told => (string)told!["message"]!["text"]!),
            Has.Some.EqualTo($"US-BSM-002: {10_000 - results.Count} of 10000 results, which stand for {10_000 - results.Count} findings, are left out here; findings.csv has them."));
    }

    [Test]
    public void A_run_that_may_not_be_reported_is_a_result_though_every_purpose_passed()
    {
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[0]], Verdict = Verdict.Inconclusive, NotReportable = ["The device rsu1 was lost."] };
        var result = Results(run).Single();

        Assert.That(Rule(result), Is.EqualTo("HILBENCH-RUN"));
        Assert.That((string)result["message"]!["text"]!, Does.Contain("The device rsu1 was lost."));
        Assert.That((int)Run(run)["invocations"]![0]!["exitCode"]!, Is.EqualTo(2));
    }

    [TestCase(Verdict.Pass, 0, true)]
    [TestCase(Verdict.Fail, 1, true)]
    [TestCase(Verdict.Error, 3, false)]
    public void The_invocation_tells_the_exit_code(Verdict verdict, int code, bool successful)
    {
        var invocation = Run(SampleRun.Mixed with { Verdict = verdict })["invocations"]![0]!;

        Assert.That(((int)invocation["exitCode"]!, (bool)invocation["executionSuccessful"]!), Is.EqualTo((code, successful)));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\u202Eright to left\u2028next\u0000\u0007")]
    [TestCase("[link](https://example.org)")]
    public void Hostile_text_stays_text(string text)
    {
        var octets = Octets(HostileRun.WithText(text), "findings.sarif");
        var said = (string)Results(HostileRun.WithText(text))[0]["message"]!["text"]!;

        Assert.That(octets, Has.All.LessThan(0x80));
        Assert.That(Encoding.ASCII.GetString(octets), Does.Not.Contain("<script>"));
        Assert.That(said.Any(letter => char.IsControl(letter) || letter is '\u202E' or '\u2028'), Is.False, said);
        Assert.That(said, Does.Not.Contain("]("));
    }

    private static RunRecord Night(int packet, TimeSpan later, string message)
    {
        var at = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)) + later;
        return With([new(SampleRun.SecMarkFinding.Finding with { Message = message, Found = $"{packet}", Proof = [new(packet, "obu1.air", at)] }, null)]);
    }

    private static RunRecord Many(int count, Func<int, string> message) =>
        With([.. Enumerable.Range(1, count).Select(index => new FindingRecord(SampleRun.SecMarkFinding.Finding with { Message = message(index) }, null))]);

    private static RunRecord With(FindingRecord[] findings) => SampleRun.Mixed with
    {
        Verdict = Verdict.Fail,
        Purposes = [SampleRun.Mixed.Purposes[1] with { Findings = [.. findings], FindingCount = findings.Length }],
    };

    private static byte[] Octets(RunRecord run, string file) => ReportTable.All.Single(format => format.FileName == file).Render(run);

    private static JsonNode Run(RunRecord run) => JsonNode.Parse(Octets(run, "findings.sarif"))!["runs"]![0]!;

    private static JsonNode[] Results(RunRecord run) => [.. Run(run)["results"]!.AsArray().Select(result => result!)];

    private static string Rule(JsonNode result) => (string)result["ruleId"]!;

    private static string Fingerprint(JsonNode result) => (string)result["partialFingerprints"]!["primaryLocationLineHash"]!;

    private static (int Start, int End, int EndColumn) Region(JsonNode result)
    {
        var region = result["locations"]![0]!["physicalLocation"]!["region"]!;
        return ((int)region["startLine"]!, (int)region["endLine"]!, (int)region["endColumn"]!);
    }
}
