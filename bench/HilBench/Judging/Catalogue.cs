using System.Collections.Immutable;
using CsvHelper;

namespace HilBench.Judging;

/// <summary>A catalogue of test purposes: the rows of <c>fixtures/catalogues/*.csv</c>, in file order.</summary>
public sealed class Catalogue
{
    private static readonly string[] Columns =
    [
        "id", "reference_tp", "region", "standard", "edition", "clause", "applies_to", "purpose", "stimulus", "expected",
        "numeric_criteria", "basis",
    ];

    private static readonly Lazy<Catalogue> UnitedStates = new(() => new Catalogue(CatalogueCsv.ReadEmbedded("us.csv", Columns, ReadRow)));

    private Catalogue(ImmutableArray<CatalogueRow> rows) => Rows = rows;

    /// <summary>The catalogue that this build was made with: <c>fixtures/catalogues/us.csv</c>.</summary>
    public static Catalogue Us => UnitedStates.Value;

    /// <summary>The rows, in file order.</summary>
    public ImmutableArray<CatalogueRow> Rows { get; }

    /// <summary>The row of a purpose.</summary>
    /// <exception cref="KeyNotFoundException">No row has this id.</exception>
    public CatalogueRow this[string id] =>
        Rows.FirstOrDefault(row => row.Id == id) ?? throw new KeyNotFoundException($"No row of the catalogue has the id '{id}'.");

    /// <summary>Reads a catalogue: comma-separated, UTF-8, with the columns of <see cref="CatalogueRow"/> in snake case.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="FormatException">Names the file, the line, what was found and what is expected.</exception>
    public static Catalogue Read(Stream stream, string name) => new(CatalogueCsv.Read(stream, name, Columns, ReadRow));

    private static CatalogueRow ReadRow(CsvReader reader) => new()
    {
        Id = reader.GetString("id"),
        ReferenceTp = reader.GetString("reference_tp"),
        Region = reader.GetString("region"),
        Standard = reader.GetString("standard"),
        Edition = reader.GetString("edition"),
        Clause = reader.GetString("clause"),
        AppliesTo = reader.GetString("applies_to"),
        Purpose = reader.GetString("purpose"),
        Stimulus = reader.GetString("stimulus"),
        Expected = reader.GetString("expected"),
        NumericCriteria = reader.GetString("numeric_criteria"),
        Basis = reader.GetString("basis"),
    };
}
