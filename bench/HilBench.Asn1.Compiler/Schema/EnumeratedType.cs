namespace HilBench.Asn1.Compiler.Schema;

/// <summary>An ENUMERATED; the items are in the order of their indices: the root by value, then the additions.</summary>
internal sealed class EnumeratedType(
    string name, string module, string rawName, IReadOnlyList<string> items, int rootCount, bool isExtensible)
    : DeclaredType(name, module, rawName)
{
    public IReadOnlyList<string> Items => items;

    public int RootCount => rootCount;

    public bool IsExtensible => isExtensible;
}
