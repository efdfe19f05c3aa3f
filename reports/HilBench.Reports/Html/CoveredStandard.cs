using System.Collections.Immutable;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>A standard and edition in a run: what was judged and what was left out, sorted from the record.</summary>
internal sealed record CoveredStandard(
    string Standard,
    string Edition,
    ImmutableArray<PurposeRecord> Judged,
    ImmutableArray<PurposeRecord> Inapplicable,
    ImmutableArray<string> NotSelected,
    ImmutableArray<MissingPurposes> NotExecutable)
{
    /// <summary>Clauses of the purposes that were judged.</summary>
    public ImmutableArray<string> Clauses { get; } =
        [.. Judged.Select(purpose => purpose.Row.Clause).Where(clause => clause != "-").Distinct(StringComparer.Ordinal)];

    /// <summary>The standards of a run: those that the record covers, then those that only its purposes name.</summary>
    public static ImmutableArray<CoveredStandard> Of(RunRecord run)
    {
        var known = run.Coverage.Select(coverage => (coverage.Standard, coverage.Edition)).ToArray();
        return
        [
            .. run.Coverage.Select(coverage => Of(run, coverage)),
            .. run.Purposes.Select(purpose => (purpose.Row.Standard, purpose.Row.Edition)).Distinct().Except(known)
                .Select(standard => Of(run, new StandardCoverage(standard.Standard, standard.Edition, [], []))),
        ];
    }

    private static CoveredStandard Of(RunRecord run, StandardCoverage coverage)
    {
        var own = run.Purposes.Where(purpose => purpose.Row.Standard == coverage.Standard && purpose.Row.Edition == coverage.Edition).ToArray();
        return new CoveredStandard(
            coverage.Standard,
            coverage.Edition,
            [.. own.Where(purpose => !purpose.NotApplicable)],
            [.. own.Where(purpose => purpose.NotApplicable)],
            coverage.NotSelected,
            coverage.NotExecutable);
    }
}
