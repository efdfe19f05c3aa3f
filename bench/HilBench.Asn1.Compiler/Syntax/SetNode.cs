namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A set of values as it is written.</summary>
internal sealed record SetNode(SetKind Kind, Place Place)
{
    public IReadOnlyList<SetNode> Operands { get; init; } = [];

    /// <summary>Lower end; the value itself when there is no upper end.</summary>
    public ValueNode? Lower { get; init; }

    public ValueNode? Upper { get; init; }

    public bool ExcludesLower { get; init; }

    public bool ExcludesUpper { get; init; }

    public ConstraintNode? Inner { get; init; }

    public TypeNode? Type { get; init; }
}
