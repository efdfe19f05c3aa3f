namespace HilBench.Asn1;

/// <summary>A value of a generated ASN.1 type that COER encodes.</summary>
public interface IOerType : IAsn1Type
{
    /// <summary>Writes the value where the writer stands (generated code calls this for members).</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member that holds the value; null for a list item or the message itself.</param>
    void WriteOer(ref BitWriter writer, string? name);

    /// <summary>Encodes the value as a complete COER message.</summary>
    /// <param name="destination">Where to write.</param>
    /// <returns>Octets written.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint (the message names path and constraint), or the destination is too small.</exception>
    int EncodeOer(Span<byte> destination);

    /// <summary>Encodes the value as a complete COER message.</summary>
    /// <returns>The octets.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint; the message names path and constraint.</exception>
    byte[] EncodeOer();
}
