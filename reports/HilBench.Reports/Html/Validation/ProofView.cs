using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Validating;

namespace HilBench.Reports.Html.Validation;

/// <summary>What the page picks from a validation record: comparing and counting, no judging.</summary>
/// <param name="Record">The record.</param>
public sealed record ProofView(ValidationRecord Record)
{
    /// <summary>The clean rig; null in a record that has none.</summary>
    public ValidationRow? Clean { get; } = Record.Rows.FirstOrDefault(row => row.IsClean);

    /// <summary>The rigs with a defect.</summary>
    public ImmutableArray<ValidationRow> Defects { get; } = [.. Record.Rows.Where(row => !row.IsClean)];

    /// <summary>Purposes that catch no defect that they must catch.</summary>
    public ImmutableArray<ValidatedPurpose> Gaps => [.. Record.Purposes.Where(purpose => CaughtBy(purpose.Row.Id).IsEmpty)];

    /// <summary>The purposes, those first that no defect proves.</summary>
    public IEnumerable<ValidatedPurpose> GapsFirst => Record.Purposes.OrderBy(purpose => CaughtBy(purpose.Row.Id).IsEmpty ? 0 : 1);

    /// <summary>Purposes that pass the clean rig.</summary>
    public int CleanPasses => Record.Purposes.Count(purpose => Clean?.Verdicts[purpose.Row.Id] == Verdict.Pass);

    /// <summary>Whether the bench catches faults, as sign, word and class.</summary>
    internal Outcome Answer => (Record.Deviations.IsEmpty, Record.Complete) switch
    {
        (false, _) => Outcome.Of(Verdict.Fail),
        (_, false) => Outcome.Of(Verdict.Inconclusive),
        _ => Outcome.Of(Verdict.Pass),
    };

    /// <summary>The answer in a word.</summary>
    public string AnswerWord => Answer.Verdict switch
    {
        Verdict.Pass => "yes",
        Verdict.Fail => "no",
        _ => "in part",
    };

    /// <summary>The defects that a purpose must catch and does.</summary>
    public ImmutableArray<ValidationRow> CaughtBy(string purpose) =>
        [.. Defects.Where(row => row.Breaks.Contains(purpose, StringComparer.Ordinal) && row.Verdicts.GetValueOrDefault(purpose) == Verdict.Fail)];

    /// <summary>Whether each purpose that must catch a defect does.</summary>
    public static bool IsCaught(ValidationRow row) => row.Breaks.Length > 0 && row.Breaks.All(purpose => row.Verdicts.GetValueOrDefault(purpose) == Verdict.Fail);

    /// <summary>What the verdict on a purpose and a rig says.</summary>
    internal CellState State(ValidationRow row, string purpose)
    {
        var verdict = row.Verdicts[purpose];
        return (row.Breaks.Contains(purpose, StringComparer.Ordinal), verdict == Verdict.Fail) switch
        {
            _ when row.IsClean => CellState.Same,
            (true, true) => CellState.Caught,
            (true, false) => CellState.Missed,
            (false, true) => CellState.Undeclared,
            _ => Clean is null || Clean.Verdicts[purpose] == verdict ? CellState.Same : CellState.Changed,
        };
    }

    /// <summary>Where the details of a cell are: the purpose's line at the defect, or the defect where the purpose says nothing of it.</summary>
    public string Address(ValidationRow row, string purpose) => row.IsClean
        ? Anchor.Of("purpose", purpose)
        : State(row, purpose) == CellState.Same ? Anchor.Of("defect", row.Defect) : Line(row, purpose);

    /// <summary>Anchor of a purpose's line at a defect.</summary>
    public static string Line(ValidationRow row, string purpose) => Anchor.Of("line", $"{row.Defect}-{purpose}");
}
