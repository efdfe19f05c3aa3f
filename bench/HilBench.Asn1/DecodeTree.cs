namespace HilBench.Asn1;

/// <summary>Receives the explanation of one decoding: give a new tree to <c>Decode</c>, then read <see cref="Root"/>.</summary>
public sealed class DecodeTree
{
    /// <summary>The message. After an <see cref="Asn1ContentException"/>: as far as it was read. Null before a decoding.</summary>
    public DecodeNode? Root { get; internal set; }
}
