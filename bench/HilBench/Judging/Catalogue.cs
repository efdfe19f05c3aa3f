using System.Collections.Immutable;
using System.Globalization;
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

    private static readonly Lazy<Catalogue> UnitedStates = new(() => ReadEmbedded("us.csv"));

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
    public static Catalogue Read(Stream stream, string name)
    {
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        try
        {
            using var reader = CsvReader.Create(stream, options, leaveOpen: true);
            reader.ReadHeader();
            if (!reader.Headers.SequenceEqual(Columns, StringComparer.Ordinal))
            {
                throw new FormatException(
                    $"{name}:1: the columns are '{string.Join(',', reader.Headers)}', expected '{string.Join(',', Columns)}'.");
            }

            return new Catalogue(ReadRows(reader, name));
        }
        catch (CsvFormatException exception)
        {
            throw new FormatException($"{name}:{exception.LineNumber}: {exception.Message}", exception);
        }
    }

    private static ImmutableArray<CatalogueRow> ReadRows(CsvReader reader, string name)
    {
        var rows = ImmutableArray.CreateBuilder<CatalogueRow>();
        while (reader.Read())
        {
            var empty = Columns.FirstOrDefault(column => string.IsNullOrWhiteSpace(reader.GetString(column)));
            if (empty is not null)
            {
                throw At(name, reader, $"the column '{empty}' is empty, expected a text");
            }

            var row = ReadRow(reader);
            if (rows.Any(other => other.Id == row.Id))
            {
                throw At(name, reader, $"the id '{row.Id}' is there twice, expected each id once");
            }

            rows.Add(row);
        }

        return rows.ToImmutable();
    }

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

    private static FormatException At(string name, CsvReader reader, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}:{reader.LineNumber}: {what}."));

    private static Catalogue ReadEmbedded(string file)
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The catalogue {file} is not in this build.");
        return Read(stream, file);
    }
}
