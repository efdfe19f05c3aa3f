namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A named number, a named bit, or an item of an ENUMERATED.</summary>
internal sealed record NamedNumber(string Name, Place Place, ValueNode? Value, bool IsAddition);
