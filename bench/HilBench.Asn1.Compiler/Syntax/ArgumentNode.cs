namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>An actual parameter: one of the three is not null. A name alone may mean a type or an object set: it is a type here.</summary>
internal sealed record ArgumentNode(Place Place, TypeNode? Type, ValueNode? Value, ObjectSetNode? Set);
