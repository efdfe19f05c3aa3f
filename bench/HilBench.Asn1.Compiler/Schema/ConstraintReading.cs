namespace HilBench.Asn1.Compiler.Schema;

/// <summary>How constraints with an extension marker are read where X.691 and the codecs in the field differ.</summary>
internal enum ConstraintReading
{
    /// <summary>
    /// The letter of X.691 (10.3, 13, 20): what stands behind the marker is no part of the root, and a constraint that PER does not see
    /// leaves the marker of the one before in force.
    /// </summary>
    X691,

    /// <summary>
    /// What asn1c generates, and with it the public ETSI release 2 stacks: what stands behind the marker counts as root; a constraint that PER
    /// does not see, and a table constraint, take the marker and what stands behind it away.
    /// </summary>
    Asn1c,
}
