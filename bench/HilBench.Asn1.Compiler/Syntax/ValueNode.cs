using System.Numerics;

namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A value as it is written.</summary>
internal sealed record ValueNode(ValueKind Kind, Place Place, string Text, BigInteger Number)
{
    /// <summary>What stands between the braces, as identifiers; null when it is anything else.</summary>
    public IReadOnlyList<Token>? Names { get; init; }
}
