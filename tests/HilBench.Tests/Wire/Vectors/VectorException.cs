namespace HilBench.Tests.Wire.Vectors;

/// <summary>A vector that is not equal or does not encode to its own octets again, with the reason, which the test verifies.</summary>
/// <param name="File">File of the vector.</param>
/// <param name="Row">Data row, from 1.</param>
/// <param name="Reason">Why it differs.</param>
/// <param name="Holds">Whether the reason is true for the vector and what came of it.</param>
internal sealed record VectorException(string File, int Row, string Reason, Func<MessageVector, VectorResult, bool> Holds)
{
    /// <summary>File and row.</summary>
    public string Id => MessageVector.IdOf(File, Row);

    /// <summary>Octets behind the end of the message, which are reported as a violation and not encoded again.</summary>
    /// <param name="file">File of the vector.</param>
    /// <param name="row">Data row, from 1.</param>
    /// <param name="octets">How many there are.</param>
    /// <param name="what">What they are.</param>
    public static VectorException TrailingOctets(string file, int row, int octets, string what) => new(
        file,
        row,
        $"{octets} octets behind the message: {what}",
        (vector, result) =>
            result is { IsEqual: true, Decoding: { } decoding }
            && decoding.Encoded.Length == vector.Octets.Length - octets
            && vector.Octets.AsSpan().StartsWith(decoding.Encoded)
            && decoding.Violations is [{ Path: "" } violation]
            && violation.BitOffset == decoding.Encoded.Length * 8
            && violation.BitLength == octets * 8);
}
