namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>Where a member stands with respect to the extension markers.</summary>
internal enum Section
{
    Root,
    Addition,
}
