using System.Collections.Immutable;
using CsvHelper;

namespace HilBench.Judging;

/// <summary>Every purpose that is known: those of <see cref="PurposeTable"/> first, then the rows of <c>fixtures/catalogues/not-executable.csv</c>.</summary>
public static class PurposeLedger
{
    private static readonly string[] Columns = ["id", "region", "standard", "edition", "clause", "applies_to", "purpose", "basis", "needs"];

    private static readonly Lazy<ImmutableArray<LedgerRow>> Known = new(() =>
    [
        .. PurposeTable.All.Select(purpose => Executable(Catalogue.Us[purpose.Id])),
        .. CatalogueCsv.ReadEmbedded("not-executable.csv", Columns, NotExecutable),
    ]);

    /// <summary>The rows.</summary>
    public static ImmutableArray<LedgerRow> Rows => Known.Value;

    /// <summary>Reads rows of purposes that are not executable.</summary>
    /// <exception cref="FormatException">Names the file, the line, what was found and what is expected.</exception>
    internal static ImmutableArray<LedgerRow> Read(Stream stream, string name) => CatalogueCsv.Read(stream, name, Columns, NotExecutable);

    private static LedgerRow Executable(CatalogueRow row) => new()
    {
        Id = row.Id,
        Region = row.Region,
        Standard = row.Standard,
        Edition = row.Edition,
        Clause = row.Clause,
        AppliesTo = row.AppliesTo,
        Purpose = row.Purpose,
        Basis = row.Basis,
    };

    private static LedgerRow NotExecutable(CsvReader reader) => new()
    {
        Id = reader.GetString("id"),
        Region = reader.GetString("region"),
        Standard = reader.GetString("standard"),
        Edition = reader.GetString("edition"),
        Clause = reader.GetString("clause"),
        AppliesTo = reader.GetString("applies_to"),
        Purpose = reader.GetString("purpose"),
        Basis = reader.GetString("basis"),
        Needs = Need(reader.GetString("needs")),
    };

    private static PurposeNeed Need(string word)
    {
        foreach (var need in Enum.GetValues<PurposeNeed>())
        {
            if (Word(need) == word)
            {
                return need;
            }
        }

        throw new FormatException($"needs '{word}', expected one of {string.Join(", ", Enum.GetValues<PurposeNeed>().Select(Word))}");
    }

    private static string Word(PurposeNeed need)
    {
        var name = need.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
