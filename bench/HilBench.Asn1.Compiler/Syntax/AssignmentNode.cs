namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>An assignment: what is not null says which. A governor with braces is an object set or a value set, decided when names are known.</summary>
internal sealed class AssignmentNode(string name, Place place)
{
    public string Name => name;

    public Place Place => place;

    public List<ParameterNode> Parameters { get; } = [];

    /// <summary>The type of a type or value assignment; the governor of a set or an object.</summary>
    public TypeNode? Type { get; set; }

    public ValueNode? Value { get; set; }

    public ClassNode? Class { get; set; }

    public ObjectSetNode? Set { get; set; }

    /// <summary>An object, with its braces.</summary>
    public IReadOnlyList<Token>? Object { get; set; }
}
