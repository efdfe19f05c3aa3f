namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>Names imported from a module.</summary>
internal sealed record ImportNode(IReadOnlyList<Token> Names, Token Module);
