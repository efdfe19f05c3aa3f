using System.Numerics;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>An INTEGER with the root of its effective constraint.</summary>
internal sealed class IntegerType(string name, IntervalSet values, bool isExtensible, IReadOnlyDictionary<string, BigInteger> named)
    : SchemaType(name)
{
    public IntervalSet Values => values;

    public BigInteger? Lower => values.Lower;

    public BigInteger? Upper => values.Upper;

    public bool IsExtensible => isExtensible;

    public IReadOnlyDictionary<string, BigInteger> Named => named;

    /// <summary>Whether the encoding is a field of fixed width.</summary>
    public bool IsConstrained => !isExtensible && Lower is not null && Upper is not null;

    /// <summary>Whether numbers between the bounds are not allowed.</summary>
    public bool HasGaps => IsConstrained && values.Intervals.Count > 1 && CsType != "ulong";

    public string CsType =>
        !IsConstrained ? "long"
        : Lower >= int.MinValue && Upper <= int.MaxValue ? "int"
        : Upper > long.MaxValue ? "ulong"
        : "long";
}
