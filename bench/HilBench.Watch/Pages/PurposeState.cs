using System.Globalization;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Watch.Pages;

/// <summary>How a purpose stands while the run goes. Missing evidence is what a run that goes on still has to bring, so it is not called inconclusive yet.</summary>
/// <param name="Sign">Its sign, so that colour never stands alone.</param>
/// <param name="Word">It in a few words.</param>
/// <param name="Class">CSS class.</param>
/// <param name="Detail">What is known, in a sentence.</param>
internal sealed record PurposeState(string Sign, string Word, string Class, string Detail)
{
    public static PurposeState Of(PurposeRecord purpose, RunRecord run)
    {
        var lost = run.DeviceFaults.FirstOrDefault(fault => purpose.Reason.Contains(fault.Reason, StringComparison.Ordinal));
        return purpose switch
        {
            { NotApplicable: true } => new("–", "not applicable so far", "none", purpose.Reason),
            { Verdict: Verdict.Error } => new("!", "error of the bench", "error", purpose.Reason),
            { Verdict: Verdict.Fail } => new("✕", "failing", "fail", purpose.Reason),
            _ when lost is not null => new("?", $"{lost.Device} is lost", "inconclusive", purpose.Reason),
            _ when purpose.Evidence.Any(evidence => !evidence.Sufficient) => new("…", "gathering evidence", "none", string.Empty),
            { Verdict: Verdict.Inconclusive } => new("?", "in doubt", "inconclusive", purpose.Reason),
            _ => new("✓", "clean so far", "pass", purpose.Reason),
        };
    }

    /// <summary>Share of the evidence asked for that was seen, of the requirement with the least, 0..1.</summary>
    public static double Share(PurposeRecord purpose) =>
        purpose.Evidence.Select(evidence => evidence.Required <= 0 ? 1 : Math.Clamp(evidence.Found / evidence.Required, 0, 1)).DefaultIfEmpty(1).Min();

    /// <summary>The evidence in words: found of required.</summary>
    public static string Evidence(EvidenceRecord evidence) => string.Create(
        CultureInfo.InvariantCulture, $"{evidence.Found:0.#} of {evidence.Required:0.#} {evidence.Unit}");
}
