namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A place in an .asn file; line and column count from 0.</summary>
internal readonly record struct Place(string Path, int Start, int Length, int Line, int Column);
