using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>An information object: what it gives for each field of its class.</summary>
internal sealed record ObjectValue(Place Place, Scope Scope)
{
    public Dictionary<string, TypeNode> Types { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ValueNode> Values { get; } = new(StringComparer.Ordinal);
}
