using System.Collections.Immutable;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>The pictures of a run, for a page that carries them inside. At most <see cref="Most"/> are shown.</summary>
/// <param name="records">What the run record says of its pictures.</param>
/// <param name="octets">The octets of a picture by its file name in the evidence folder; null where there is no such file.</param>
public sealed class PictureSet(ImmutableArray<PictureRecord> records, Func<string, byte[]?> octets)
{
    /// <summary>Most pictures in one page.</summary>
    public const int Most = 20;

    // PNG (ISO/IEC 15948) 5.2: every file begins with these eight octets.
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly ImmutableArray<PictureRecord> _records = [.. records.Take(Most)];

    /// <summary>Whether the run has any picture.</summary>
    public bool Any => !_records.IsEmpty;

    /// <summary>The picture of a finding; null when the run has none of it.</summary>
    /// <param name="purpose">Id of the test purpose.</param>
    /// <param name="finding">Index of the finding, from 0.</param>
    public PictureRecord? Of(string purpose, int finding) =>
        _records.FirstOrDefault(record => record.Finding == finding && string.Equals(record.Purpose, purpose, StringComparison.Ordinal));

    /// <summary>The picture as a <c>data:</c> address; null when its file is missing or no PNG.</summary>
    public string? Address(PictureRecord picture) =>
        octets(picture.File) is { } png && png.AsSpan().StartsWith(Signature) ? $"data:image/png;base64,{Convert.ToBase64String(png)}" : null;
}
