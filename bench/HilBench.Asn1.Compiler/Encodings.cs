namespace HilBench.Asn1.Compiler;

/// <summary>The encodings for which codecs are emitted.</summary>
[Flags]
internal enum Encodings
{
    /// <summary>Not known: the metadata is wrong.</summary>
    None = 0,

    /// <summary>X.691, unaligned.</summary>
    Uper = 1,

    /// <summary>X.696, canonical.</summary>
    Oer = 2,
}
