using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A SEQUENCE OF or SET OF. It has no C# type of its own, but a codec.</summary>
internal sealed class ListType(string name, string module, string rawName, TypeNode elementNode, Scope scope, SizeBounds size)
    : DeclaredType(name, module, rawName)
{
    public TypeNode ElementNode => elementNode;

    public Scope Scope => scope;

    public SizeBounds Size => size;

    /// <summary>Resolved after all names are known.</summary>
    public SchemaType Element { get; set; } = null!;
}
