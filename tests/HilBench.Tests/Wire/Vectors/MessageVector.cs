using System.Globalization;
using CsvHelper;

namespace HilBench.Tests.Wire.Vectors;

/// <summary>A message made or captured by others, with what an independent decoder printed for it.</summary>
/// <param name="File">File name in the folder of shared vectors.</param>
/// <param name="Row">Data row of the file, from 1.</param>
/// <param name="Message">Top-level type; <c>MessageFrame:X</c> where a frame wraps it.</param>
/// <param name="Octets">The message.</param>
/// <param name="Expected">XER as the independent decoder printed it, or a published text.</param>
/// <param name="Verified">Which independent codecs decode it (<c>dec</c>) and encode the same bits again (<c>rt</c>); empty for generated ones.</param>
internal sealed record MessageVector(string File, int Row, string Message, byte[] Octets, string Expected, string Verified)
{
    /// <summary>File and row, as the list of exceptions names it.</summary>
    public string Id => IdOf(File, Row);

    /// <summary>Whether <see cref="Expected"/> is XER.</summary>
    public bool IsXer => Expected.StartsWith('<');

    /// <summary>Whether a MessageFrame wraps the message.</summary>
    public bool IsFramed => Message.StartsWith("MessageFrame:", StringComparison.Ordinal);

    /// <summary>The message's own type or number, without the frame.</summary>
    public string Kind => Message[(Message.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>File and row, as the list of exceptions names them.</summary>
    public static string IdOf(string file, int row) => string.Create(CultureInfo.InvariantCulture, $"{file}#{row}");

    /// <summary>All rows of one file, or a skipped test when the file is not beside the checkout.</summary>
    /// <param name="file">File name in the folder of shared vectors.</param>
    public static IReadOnlyList<MessageVector> ReadAll(string file)
    {
        using var stream = System.IO.File.OpenRead(Repository.RequireShared("vectors/" + file));
        using var reader = CsvReader.Create(stream, CsvReaderOptions.Default with { Separator = ',' }, leaveOpen: true);
        reader.ReadHeader();
        var isVerified = reader.Headers.Contains("verified", StringComparer.Ordinal);
        var vectors = new List<MessageVector>();
        while (reader.Read())
        {
            vectors.Add(new MessageVector(
                file,
                vectors.Count + 1,
                reader.GetString("message")!,
                Convert.FromHexString(reader.GetString("hex")!),
                reader.GetString("expected")!,
                isVerified ? reader.GetString("verified")! : string.Empty));
        }

        return vectors;
    }
}
