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

    /// <summary>What the constraints without an extension marker allow: OER sees only these (X.696 8.2).</summary>
    public IntervalSet Visible { get; init; } = IntervalSet.All;

    /// <summary>Whether OER writes the number in two's complement (X.696 10.3 and 10.4).</summary>
    public bool IsSigned => !(Visible.Lower >= 0);

    /// <summary>Octets that the number takes in OER; 0 when a length stands in front.</summary>
    public int Octets => IsSigned
        ? Visible.Lower is { } lower && Visible.Upper is { } top ? Width(BigInteger.Max(top, -lower - 1) * 2) : 0
        : Visible.Upper is { } upper ? Width(upper) : 0;

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

    private static int Width(BigInteger largest) =>
        largest <= byte.MaxValue ? 1
        : largest <= ushort.MaxValue ? 2
        : largest <= uint.MaxValue ? 4
        : largest <= ulong.MaxValue ? 8
        : 0;
}
