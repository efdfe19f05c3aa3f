namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A field of a class: a type field (no type), or a value field with its type.</summary>
internal sealed record ClassField(string Name, Place Place, TypeNode? Type);
