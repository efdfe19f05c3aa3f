using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HilBench.Judging;
using HilBench.Reports.Csv;
using HilBench.Reports.JUnit;
using HilBench.Rules;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>
/// The results of a run: findings of one kind are one result with their count, a purpose that did not pass for another reason is one, and so is a run
/// that is worse than all its purposes. What passed or does not apply is no result: code scanning shows every result as a problem, whatever its kind.
/// </summary>
internal sealed class SarifResults
{
    /// <summary>Results in the file at most: GitHub shows 5000 of a run.</summary>
    public const int Most = 5000;

    private readonly RunRecord _run;
    private readonly CaseLines _cases;
    private readonly ImmutableArray<TextSpan> _rows;
    private readonly List<SarifResult> _results = [];
    private readonly List<string> _omissions = [];
    private int _row;

    private SarifResults(RunRecord runRecord, byte[] findings, byte[] cases)
    {
        _run = runRecord;
        _rows = CsvRows.Find(Encoding.UTF8.GetString(findings));
        _cases = new CaseLines(cases);
        var perPurpose = Most / Math.Max(1, runRecord.Purposes.Length + 1);
        for (var index = 0; index < runRecord.Purposes.Length; index++)
        {
            Keep(runRecord.Purposes[index], [.. OfPurpose(index)], Math.Max(1, perPurpose));
        }

        if (OfRun() is { } result)
        {
            _results.Add(result);
        }

        Findings = findings;
        Cases = cases;
    }

    /// <summary>The results, in catalogue and time order.</summary>
    public IReadOnlyList<SarifResult> All => _results;

    /// <summary>What is left out, one sentence each.</summary>
    public IReadOnlyList<string> Omissions => _omissions;

    /// <summary>The octets of findings.csv.</summary>
    public byte[] Findings { get; }

    /// <summary>The octets of junit.xml.</summary>
    public byte[] Cases { get; }

    /// <summary>Finds them.</summary>
    public static SarifResults Of(RunRecord runRecord) => new(runRecord, FindingsCsv.Render(runRecord), JUnitReport.Render(runRecord));

    private void Keep(PurposeRecord purpose, ImmutableArray<SarifResult> results, int most)
    {
        _results.AddRange(results.Take(most));
        if (results.Length > most)
        {
            var findings = results.Skip(most).Sum(result => (long)result.Count);
            _omissions.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{purpose.Row.Id}: {results.Length - most} of {results.Length} results, which stand for {findings} findings, are left out here; findings.csv has them."));
        }

        if (purpose.FindingCount > purpose.Findings.Length)
        {
            _omissions.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{purpose.Row.Id}: there were {purpose.FindingCount} findings, the record keeps {purpose.Findings.Length} of them; results count those."));
        }
    }

    private IEnumerable<SarifResult> OfPurpose(int index)
    {
        var purpose = _run.Purposes[index];
        var placed = purpose.Findings.Select(finding => (Finding: finding, Row: _rows[_row++])).ToList();
        var worst = Verdict.None;
        foreach (var kind in placed.GroupBy(one => Identity(purpose, one.Finding.Finding), StringComparer.Ordinal))
        {
            var verdict = kind.Select(one => one.Finding.Finding.Verdict).Max();
            worst = worst.Worse(verdict);
            yield return OfFindings(index, kind.Key, verdict, kind.First(), kind.Count());
        }

        if (!purpose.NotApplicable && purpose.Verdict != Verdict.Pass && (purpose.Verdict == Verdict.None || purpose.Verdict > worst))
        {
            yield return new SarifResult
            {
                Rule = index,
                Verdict = purpose.Verdict,
                Text = $"{Wording.Of(purpose)}: {SarifText.Sentence(purpose.Reason)}",
                Fingerprint = Fingerprint.Of(purpose.Reason, purpose.Row.Id, Wording.Of(purpose.Verdict)),
                Artifact = SarifArtifact.Cases,
                Place = _cases.Purpose(purpose.Row.Id),
            };
        }
    }

    private SarifResult OfFindings(int rule, string fingerprint, Verdict verdict, (FindingRecord Finding, TextSpan Row) first, int count)
    {
        var finding = first.Finding.Finding;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{SarifText.Of(finding.Device)}: {SarifText.Sentence(finding.Message)} ");
        text.Append(CultureInfo.InvariantCulture, $"Expected {SarifText.Of(finding.Expected)}, found {SarifText.Sentence(finding.Found)}");
        if (!finding.Proof.IsDefaultOrEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $" Packet {finding.Proof[0].Packet} of {SarifText.Of(_run.Capture.File)}, on {SarifText.Of(finding.Proof[0].Tap)}.");
        }

        if (count > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $" The first of {count} of its kind.");
        }

        return new SarifResult
        {
            Rule = rule,
            Verdict = verdict,
            Text = text.ToString(),
            Fingerprint = fingerprint,
            Artifact = SarifArtifact.Findings,
            Place = first.Row,
            Count = count,
            First = first.Finding,
        };
    }

    private static string Identity(PurposeRecord purpose, Finding finding) =>
        Fingerprint.Of(finding.Message, purpose.Row.Id, finding.Rule, finding.Device, finding.Field ?? string.Empty);

    private SarifResult? OfRun()
    {
        var judged = _run.Purposes.Where(purpose => !purpose.NotApplicable).ToList();
        if (judged.Count > 0 && _run.Verdict <= judged.Select(purpose => purpose.Verdict).Max())
        {
            return null;
        }

        var reason = judged.Count == 0 ? "nothing was judged: no purpose applies"
            : string.Join(' ', [$"the run is {Wording.Of(_run.Verdict)}, worse than its purposes.", .. _run.NotReportable, .. _run.Notes]);
        return new SarifResult
        {
            Rule = _run.Purposes.Length,
            Verdict = _run.Verdict,
            Text = $"{Wording.Of(_run.Verdict)}: {SarifText.Sentence(reason)}",
            Fingerprint = Fingerprint.Of(reason, SarifRules.Run),
            Artifact = SarifArtifact.Cases,
            Place = _cases.Suites(),
        };
    }
}
