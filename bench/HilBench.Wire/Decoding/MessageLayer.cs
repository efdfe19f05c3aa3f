using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>One protocol of a message, from the outermost to the innermost.</summary>
/// <param name="Protocol">Name of the protocol, with the standard.</param>
/// <param name="OctetOffset">First octet in the input; null when the octets were written as text inside the layer before.</param>
/// <param name="OctetLength">Number of octets, without what the next layer reads.</param>
/// <param name="Tree">The fields; bits count from the layer's first octet. Null when nothing could be read.</param>
/// <param name="Violations">The constraints and clauses that the layer breaks; bits count from the layer's first octet.</param>
public sealed record MessageLayer(string Protocol, int? OctetOffset, int OctetLength, DecodeNode? Tree, IReadOnlyList<Violation> Violations)
{
    /// <summary>What a number of the layer's standard means; null when its fields say so themselves.</summary>
    public Func<DecodeNode, string?>? Units { get; init; }

    /// <summary>What a value means, for example <c>13.9 m/s</c>; null when it has no unit.</summary>
    /// <param name="node">A field of <see cref="Tree"/>.</param>
    public string? Describe(DecodeNode node) => Units?.Invoke(node);
}
