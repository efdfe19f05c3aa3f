namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>An information object set: names of objects or sets, and objects as their lexical items.</summary>
internal sealed record ObjectSetNode(Place Place, IReadOnlyList<IReadOnlyList<Token>> Items);
