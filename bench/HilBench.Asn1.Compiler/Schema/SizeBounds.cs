namespace HilBench.Asn1.Compiler.Schema;

/// <summary>The root of an effective size constraint; the upper bound is -1 when there is none.</summary>
internal readonly record struct SizeBounds(int Lower, int Upper, bool IsExtensible)
{
    public static readonly SizeBounds None = new(0, -1, IsExtensible: false);

    /// <summary>Upper bound without what stands behind the extension marker; differs from <see cref="Upper"/> in the reading of asn1c only.</summary>
    public int RootUpper { get; init; } = Upper;

    /// <summary>Whether every length is a field of fixed width, and no length is sent in fragments.</summary>
    public bool IsConstrained => !IsExtensible && Upper is >= 0 and < 65536;

    /// <summary>Whether only one size is allowed: then OER sends no length.</summary>
    public bool IsFixed => !IsExtensible && Lower == Upper;

    public IntervalSet Root => new(Lower, Upper < 0 ? null : Upper);
}
