namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A type as it is written.</summary>
internal sealed class TypeNode(TypeKind kind, Place place, string name)
{
    public TypeKind Kind => kind;

    public Place Place => place;

    /// <summary>The keyword; the referenced type; the class of a class field.</summary>
    public string Name => name;

    /// <summary>The module of an external reference, or null.</summary>
    public string? Module { get; init; }

    /// <summary>The field of a class field, with its ampersand.</summary>
    public string Field { get; init; } = string.Empty;

    /// <summary>Tag number written in front, or null. With AUTOMATIC TAGS it only orders the alternatives of a CHOICE.</summary>
    public int? Tag { get; set; }

    /// <summary>Named numbers, named bits, or the items of an ENUMERATED.</summary>
    public List<NamedNumber> Named { get; } = [];

    /// <summary>Members of a SEQUENCE, alternatives of a CHOICE.</summary>
    public List<ComponentNode> Components { get; } = [];

    /// <summary>Whether an extension marker stands among the members, alternatives or items.</summary>
    public bool IsExtensible { get; set; }

    /// <summary>Type of the items of a list.</summary>
    public TypeNode? Element { get; set; }

    /// <summary>Actual parameters.</summary>
    public List<ArgumentNode> Arguments { get; } = [];

    public List<ConstraintNode> Constraints { get; } = [];
}
