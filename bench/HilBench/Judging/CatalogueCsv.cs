using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace HilBench.Judging;

/// <summary>Reads the files of <c>fixtures/catalogues</c>: comma-separated, UTF-8, fixed columns, no empty field, each id once.</summary>
internal static class CatalogueCsv
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">What a row is.</typeparam>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="columns">Its columns in order; the first holds the id.</param>
    /// <param name="row">Makes a row; a <see cref="FormatException"/> of its own needs no place, which is added.</param>
    /// <exception cref="FormatException">Names the file, the line, what was found and what is expected.</exception>
    public static ImmutableArray<T> Read<T>(Stream stream, string name, string[] columns, Func<CsvReader, T> row)
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
            if (!reader.Headers.SequenceEqual(columns, StringComparer.Ordinal))
            {
                throw new FormatException($"{name}:1: the columns are '{string.Join(',', reader.Headers)}', expected '{string.Join(',', columns)}'.");
            }

            return ReadRows(reader, name, columns, row);
        }
        catch (CsvFormatException exception)
        {
            throw new FormatException($"{name}:{exception.LineNumber}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a file that is embedded into this assembly.</summary>
    public static ImmutableArray<T> ReadEmbedded<T>(string file, string[] columns, Func<CsvReader, T> row)
    {
        using var stream = typeof(CatalogueCsv).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The catalogue {file} is not in this build.");
        return Read(stream, file, columns, row);
    }

    private static ImmutableArray<T> ReadRows<T>(CsvReader reader, string name, string[] columns, Func<CsvReader, T> row)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var empty = columns.FirstOrDefault(column => string.IsNullOrWhiteSpace(reader.GetString(column)));
            if (empty is not null)
            {
                throw At(name, reader, $"the column '{empty}' is empty, expected a text");
            }

            var id = reader.GetString(columns[0]);
            if (!ids.Add(id))
            {
                throw At(name, reader, $"the {columns[0]} '{id}' is there twice, expected each {columns[0]} once");
            }

            try
            {
                rows.Add(row(reader));
            }
            catch (FormatException fault)
            {
                throw At(name, reader, fault.Message);
            }
        }

        return rows.ToImmutable();
    }

    private static FormatException At(string name, CsvReader reader, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}:{reader.LineNumber}: {what}."));
}
