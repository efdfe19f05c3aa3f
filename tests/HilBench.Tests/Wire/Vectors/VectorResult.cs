namespace HilBench.Tests.Wire.Vectors;

/// <summary>One vector and what came of it.</summary>
/// <param name="Vector">The vector.</param>
/// <param name="Decoding">Our decoding; null when there was none.</param>
/// <param name="IsEqual">Whether it is what the independent decoder printed.</param>
/// <param name="Faults">What differs.</param>
internal sealed record VectorResult(MessageVector Vector, VectorDecoding? Decoding, bool IsEqual, IReadOnlyList<string> Faults)
{
    /// <summary>Whether the value encodes to the octets it was decoded from.</summary>
    public bool IsSameOctets => Decoding is not null && Decoding.Encoded.AsSpan().SequenceEqual(Vector.Octets);
}
