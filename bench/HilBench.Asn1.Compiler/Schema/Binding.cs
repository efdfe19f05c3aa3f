using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>What a dummy parameter stands for, and where its names are looked up.</summary>
internal sealed record Binding(ArgumentNode Argument, Scope Scope);
