namespace HilBench.Asn1;

/// <summary>A value of a generated ASN.1 type that UPER encodes.</summary>
public interface IUperType : IAsn1Type
{
    /// <summary>Writes the value where the writer stands (generated code calls this for members).</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member that holds the value; null for a list item or the message itself.</param>
    void Write(ref BitWriter writer, string? name);

    /// <summary>Encodes the value as a complete UPER message.</summary>
    /// <param name="destination">Where to write.</param>
    /// <returns>Octets written, at least 1.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint (the message names path and constraint), or the destination is too small.</exception>
    int Encode(Span<byte> destination);

    /// <summary>Encodes the value as a complete UPER message.</summary>
    /// <returns>The octets, at least 1.</returns>
    /// <exception cref="ArgumentException">A value breaks a constraint; the message names path and constraint.</exception>
    byte[] Encode();
}
