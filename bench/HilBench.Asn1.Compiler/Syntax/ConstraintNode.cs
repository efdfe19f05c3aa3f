namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A constraint: a set of values, or a table constraint.</summary>
internal sealed record ConstraintNode(Place Place, SetNode? Root, bool IsExtensible)
{
    /// <summary>What stands behind the extension marker, or null.</summary>
    public SetNode? Additions { get; init; }

    /// <summary>The object set of a table constraint.</summary>
    public ObjectSetNode? Table { get; init; }

    /// <summary>The last identifier behind the @ of a component relation, or null.</summary>
    public Token? Key { get; init; }
}
