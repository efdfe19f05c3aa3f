namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A dummy parameter.</summary>
internal sealed record ParameterNode(string Name, Place Place);
