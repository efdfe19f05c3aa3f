using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Validating;

/// <summary>Where purposes × defects is not what the catalogue of defects declares.</summary>
public static class Deviations
{
    /// <summary>The deviations, one sentence each; empty when the matrix holds.</summary>
    /// <param name="purposes">Ids of the purposes.</param>
    /// <param name="rows">The clean rig and one row a defect.</param>
    /// <param name="declared">The defects that must have been run, and what must catch them.</param>
    /// <param name="complete">Whether every defect was run: only then must each purpose fail on one.</param>
    public static ImmutableArray<string> Find(ImmutableArray<string> purposes, ImmutableArray<ValidationRow> rows, ImmutableArray<SeededDefect> declared, bool complete) =>
    [
        .. rows.Where(row => row.IsClean).SelectMany(row => NotPassed(purposes, row)),
        .. rows.Where(row => !row.IsClean).SelectMany(row => Unexpected(purposes, row, declared)),
        .. declared.Where(defect => !rows.Any(row => Is(row, defect))).Select(defect => $"{defect.Device}: no emulator has the declared defect '{defect.Name}'"),
        .. purposes.Where(purpose => complete && rows.All(row => row.Verdicts[purpose] != Verdict.Fail)).Select(purpose => $"{purpose} fails on no defect: nothing shows that it can"),
    ];

    private static bool Is(ValidationRow row, SeededDefect defect) => row.Defect == defect.Name && row.Device == defect.Device;

    private static IEnumerable<string> NotPassed(ImmutableArray<string> purposes, ValidationRow row) => purposes
        .Where(purpose => row.Verdicts[purpose] != Verdict.Pass)
        .Select(purpose => $"{purpose} is {Word(row.Verdicts[purpose])} on the clean rig, expected pass");

    private static IEnumerable<string> Unexpected(ImmutableArray<string> purposes, ValidationRow row, ImmutableArray<SeededDefect> declared)
    {
        if (declared.FirstOrDefault(defect => Is(row, defect)) is not { } expectation)
        {
            return [$"{row.Device}: the defect '{row.Defect}' is not declared in defects.csv"];
        }

        var unknown = expectation.Breaks.Where(purpose => !purposes.Contains(purpose, StringComparer.Ordinal)).Select(purpose => $"{row.Defect}: declares {purpose}, which is no executable purpose");
        var different = purposes
            .Where(purpose => expectation.Breaks.Contains(purpose, StringComparer.Ordinal) != (row.Verdicts[purpose] == Verdict.Fail))
            .Select(purpose => row.Verdicts[purpose] == Verdict.Fail
                ? $"{purpose} fails on {row.Defect}, which is not declared for it"
                : $"{purpose} is {Word(row.Verdicts[purpose])} on {row.Defect}, which is declared for it: expected fail");
        return unknown.Concat(different);
    }

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
