namespace HilBench.Tests.Wire.J2735;

/// <summary>A vector that does not encode to its own octets again, with the reason, which the test verifies.</summary>
/// <param name="Id">File and row of the vector.</param>
/// <param name="Reason">Why encoding it again gives other octets.</param>
/// <param name="Holds">Whether the reason is true for the vector and what our codec made of it.</param>
internal sealed record VectorException(string Id, string Reason, Func<MessageVector, VectorDecoding, bool> Holds)
{
    /// <summary>Octets behind the end of the message, which are reported as a violation and not encoded again.</summary>
    /// <param name="id">File and row of the vector.</param>
    /// <param name="octets">How many there are.</param>
    /// <param name="what">What they are.</param>
    public static VectorException TrailingOctets(string id, int octets, string what) => new(
        id,
        $"{octets} octets behind the message: {what}",
        (vector, decoding) =>
            decoding.Encoded.Length == vector.Octets.Length - octets
            && vector.Octets.AsSpan().StartsWith(decoding.Encoded)
            && decoding.Violations is [{ Path: "" } violation]
            && violation.BitOffset == decoding.Encoded.Length * 8
            && violation.BitLength == octets * 8);
}
