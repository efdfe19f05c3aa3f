using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Reports.Html.Validation;

/// <summary>A standard and edition in the coverage ledger.</summary>
internal sealed record LedgerStandard(string Region, string Standard, string Edition, ImmutableArray<LedgerRow> Rows)
{
    /// <summary>Rows that are executable.</summary>
    public ImmutableArray<LedgerRow> Executable { get; } = [.. Rows.Where(row => row.Needs is null)];

    /// <summary>The standards of a ledger, in its order.</summary>
    public static ImmutableArray<LedgerStandard> Of(ImmutableArray<LedgerRow> ledger) =>
    [
        .. ledger.GroupBy(row => (row.Region, row.Standard, row.Edition))
            .Select(rows => new LedgerStandard(rows.Key.Region, rows.Key.Standard, rows.Key.Edition, [.. rows])),
    ];
}
