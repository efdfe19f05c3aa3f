namespace HilBench.Asn1;

/// <summary>A generated ASN.1 type that can be read from OER.</summary>
/// <typeparam name="TSelf">The generated record.</typeparam>
public interface IOerType<TSelf> : IOerType
    where TSelf : IOerType<TSelf>
{
    /// <summary>Reads a value where the reader stands (generated code calls this for members).</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member that holds the value; null for a list item or the message itself.</param>
    /// <returns>The value.</returns>
    /// <exception cref="Asn1ContentException">The octets are no encoding of the type.</exception>
    static abstract TSelf ReadOer<TTrace>(ref BitReader reader, ref TTrace trace, string? name)
        where TTrace : struct, IDecodeTrace;
}
