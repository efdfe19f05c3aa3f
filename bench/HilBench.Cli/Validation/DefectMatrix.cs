using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Cli.Validation;

/// <summary>Purposes × defects: the proof that the suite passes a good device and catches each seeded fault, and only where it should.</summary>
/// <param name="Purposes">Ids of the purposes: the columns.</param>
/// <param name="Rows">The clean rig first, then one row a defect.</param>
internal sealed record DefectMatrix(ImmutableArray<string> Purposes, ImmutableArray<MatrixRow> Rows)
{
    /// <summary>Where the matrix is not what it must be, one sentence each; empty when it holds.</summary>
    /// <param name="expected">What the catalogue of defects declares.</param>
    /// <param name="complete">Whether every defect was run: only then must each purpose fail on one.</param>
    public ImmutableArray<string> Deviations(ImmutableArray<DefectExpectation> expected, bool complete = true) =>
    [
        .. Rows.Where(row => row.Defect == MatrixRow.Clean).SelectMany(NotPassed),
        .. Rows.Where(row => row.Defect != MatrixRow.Clean).SelectMany(row => Unexpected(row, expected)),
        .. expected.Where(declared => !Rows.Any(row => Is(row, declared))).Select(declared => $"{declared.Device}: no emulator has the declared defect '{declared.Defect}'"),
        .. Purposes.Where((_, column) => complete && Rows.All(row => row.Verdicts[column] != Verdict.Fail)).Select(purpose => $"{purpose} fails on no defect: nothing shows that it can"),
    ];

    private static bool Is(MatrixRow row, DefectExpectation expectation) => row.Defect == expectation.Defect && row.Device == expectation.Device;

    private IEnumerable<string> NotPassed(MatrixRow row) => Purposes
        .Zip(row.Verdicts)
        .Where(cell => cell.Second != Verdict.Pass)
        .Select(cell => $"{cell.First} is {VerdictTable.Word(cell.Second)} on the clean rig, expected pass");

    private IEnumerable<string> Unexpected(MatrixRow row, ImmutableArray<DefectExpectation> expected)
    {
        if (expected.FirstOrDefault(declared => Is(row, declared)) is not { } expectation)
        {
            return [$"{row.Device}: the defect '{row.Defect}' is not declared in defects.csv"];
        }

        var unknown = expectation.Purposes.Where(purpose => !Purposes.Contains(purpose, StringComparer.Ordinal)).Select(purpose => $"{row.Defect}: declares {purpose}, which is no executable purpose");
        var different = Purposes.Zip(row.Verdicts)
            .Where(cell => expectation.Purposes.Contains(cell.First, StringComparer.Ordinal) != (cell.Second == Verdict.Fail))
            .Select(cell => cell.Second == Verdict.Fail
                ? $"{cell.First} fails on {row.Defect}, which is not declared for it"
                : $"{cell.First} is {VerdictTable.Word(cell.Second)} on {row.Defect}, which is declared for it: expected fail");
        return unknown.Concat(different);
    }
}
