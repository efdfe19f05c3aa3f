using System.Numerics;

namespace HilBench.Asn1.Compiler.Schema;

internal sealed class BitStringType(string name, SizeBounds size, IReadOnlyDictionary<string, BigInteger> named) : SchemaType(name)
{
    public SizeBounds Size => size;

    public IReadOnlyDictionary<string, BigInteger> Named => named;
}
