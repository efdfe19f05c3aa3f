using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>How a purpose or run ended, as the page shows it: word, sign and CSS class, so that colour never stands alone.</summary>
internal sealed record Outcome(Verdict Verdict, bool NotApplicable, string Sign, string Class)
{
    /// <summary>All outcomes, best first.</summary>
    public static ImmutableArray<Outcome> Order { get; } =
    [
        new(Verdict.Pass, false, "✓", "pass"),
        new(Verdict.Inconclusive, false, "?", "inconclusive"),
        new(Verdict.Fail, false, "✕", "fail"),
        new(Verdict.Error, false, "!", "error"),
        new(Verdict.None, true, "–", "none"),
        new(Verdict.None, false, "–", "none"),
    ];

    /// <summary>The outcome in words.</summary>
    public string Word => NotApplicable ? "not applicable" : Wording.Of(Verdict);

    public static Outcome Of(PurposeRecord purpose) => Of(purpose.Verdict, purpose.NotApplicable);

    public static Outcome Of(Verdict verdict, bool notApplicable = false) =>
        Order.First(outcome => outcome.NotApplicable == notApplicable && (notApplicable || outcome.Verdict == verdict));
}
