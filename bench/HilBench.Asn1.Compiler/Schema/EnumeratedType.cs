using System.Numerics;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>An ENUMERATED; the items are in the order of their indices: the root by value, then the additions.</summary>
internal sealed class EnumeratedType(
    string name, string module, string rawName, IReadOnlyList<string> items, IReadOnlyList<BigInteger> numbers, int rootCount, bool isExtensible)
    : DeclaredType(name, module, rawName)
{
    public IReadOnlyList<string> Items => items;

    /// <summary>The number of each item, which OER sends.</summary>
    public IReadOnlyList<BigInteger> Numbers => numbers;

    public int RootCount => rootCount;

    public bool IsExtensible => isExtensible;
}
