using System.Text;
using CsvHelper;

namespace HilBench.Reports.Csv;

/// <summary>The one CSV dialect of all CSV reports.</summary>
internal static class CsvReport
{
    // Text that a spreadsheet would run as a formula (= + - @, tab, CR first) gets an apostrophe in front; numbers stay numbers.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Header and rows as UTF-8 without byte order mark; fields quoted by RFC 4180, lines end in LF. NUL, at which many readers stop, is U+2400.</summary>
    public static byte[] Write<T>(IEnumerable<T> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, Options, leaveOpen: true))
        {
            writer.WriteHeader<T>();
            foreach (var row in rows)
            {
                writer.WriteRecord(row);
            }
        }

        return WithoutNul(stream.ToArray());
    }

    private static byte[] WithoutNul(byte[] octets) => octets.AsSpan().Contains((byte)0)
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(octets).Replace('\0', '\u2400'))
        : octets;
}
