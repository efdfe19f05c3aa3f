using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A member of a SEQUENCE or an alternative of a CHOICE.</summary>
internal sealed class Member(ComponentNode node, SchemaType type)
{
    public ComponentNode Node => node;

    public string Name => node.Name;

    public SchemaType Type => type;

    /// <summary>C# name; known when all types are.</summary>
    public string CsName { get; set; } = CsNames.Pascal(node.Name);

    /// <summary>Tag of an alternative of a CHOICE as OER's runtime writes it; null when the alternative has none of its own.</summary>
    public int? Tag { get; set; }

    /// <summary>C# expression of the DEFAULT; null when there is none.</summary>
    public string? DefaultExpression { get; set; }

    public bool IsAddition => node.Section == Section.Addition;

    /// <summary>Whether a bit of the preamble tells if the member is there.</summary>
    public bool HasPresenceBit => node.IsOptional || node.Default is not null;

    /// <summary>Whether the C# property is nullable.</summary>
    public bool IsNullable => IsAddition || node.IsOptional;
}
