namespace HilBench.Wire.UpperTester;

/// <summary>How a field's octets are made.</summary>
internal enum FieldKind
{
    /// <summary>Unsigned, big-endian.</summary>
    Unsigned,

    /// <summary>Two's complement, big-endian.</summary>
    Signed,

    /// <summary>An octet: 0 for false, another for true.</summary>
    Boolean,

    /// <summary>Bits at the high end of an octet, bit 0 first.</summary>
    Bits,

    /// <summary>Bits at the high end of an octet, bit 0 last.</summary>
    ReversedBits,

    /// <summary>A fixed number of octets.</summary>
    Octets,

    /// <summary>A length, then so many octets.</summary>
    Counted,

    /// <summary>Zeros that mean nothing.</summary>
    Zero,
}
