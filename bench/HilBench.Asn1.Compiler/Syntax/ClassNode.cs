namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>An information object class: its fields and the lexical items of its WITH SYNTAX.</summary>
internal sealed record ClassNode(Place Place, IReadOnlyList<ClassField> Fields, IReadOnlyList<Token> Syntax);
