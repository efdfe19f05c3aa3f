using HilBench.Asn1;

namespace HilBench.Tests.Wire.Vectors;

/// <summary>What our codec made of one vector.</summary>
/// <param name="Tree">The explained decoding.</param>
/// <param name="Violations">The constraints it breaks.</param>
/// <param name="Encoded">The message encoded again; nothing when it was refused.</param>
/// <param name="Refusal">Why it was not encoded; null when it was.</param>
internal sealed record VectorDecoding(DecodeNode Tree, IReadOnlyList<Violation> Violations, byte[] Encoded, string? Refusal)
{
    /// <summary>Decodes octets twice, silently and explained, and encodes the value.</summary>
    public static VectorDecoding Decode<T>(byte[] octets)
        where T : IUperType<T>
    {
        var tree = new DecodeTree();
        var explained = UperDecoding.Decode<T>(octets, tree);
        var silent = UperDecoding.Decode<T>(octets);
        Assert.That(silent, Is.EqualTo(explained), "the silent and the explaining decoding of one message");
        try
        {
            return new VectorDecoding(tree.Root!, silent.Violations, silent.Value.Encode(), Refusal: null);
        }
        catch (Asn1EncodeException refusal)
        {
            return new VectorDecoding(tree.Root!, silent.Violations, [], refusal.Message);
        }
    }
}
