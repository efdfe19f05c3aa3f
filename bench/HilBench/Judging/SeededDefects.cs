using System.Collections.Immutable;
using CsvHelper;

namespace HilBench.Judging;

/// <summary>The seeded defects and the purposes that must catch them, as this build was made with: <c>fixtures/catalogues/defects.csv</c>.</summary>
public static class SeededDefects
{
    private static readonly string[] Columns = ["defect", "device", "breaks"];

    private static readonly Lazy<ImmutableArray<SeededDefect>> Embedded = new(() => CatalogueCsv.ReadEmbedded("defects.csv", Columns, Row));

    /// <summary>The defects, in file order.</summary>
    public static ImmutableArray<SeededDefect> All => Embedded.Value;

    /// <summary>Names of the defects that a purpose must catch; empty where none is declared.</summary>
    /// <param name="purpose">Id of the purpose.</param>
    public static ImmutableArray<string> ProofOf(string purpose) =>
        [.. All.Where(defect => defect.Breaks.Contains(purpose, StringComparer.Ordinal)).Select(defect => defect.Name)];

    private static SeededDefect Row(CsvReader reader) => new(reader.GetString("defect"), reader.GetString("device"), [.. reader.GetString("breaks").Split(';')]);
}
