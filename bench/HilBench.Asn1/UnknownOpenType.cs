namespace HilBench.Asn1;

/// <summary>The octets of an open type whose identifier has no entry in the object set.</summary>
/// <param name="Bytes">The contents, padded to octets as they were sent.</param>
public sealed record UnknownOpenType(OctetString Bytes) : IUperType, IOerType
{
    /// <inheritdoc/>
    public void Write(ref BitWriter writer, string? name) => writer.WriteOctets(Bytes.Span);

    /// <inheritdoc/>
    public int Encode(Span<byte> destination) => UperEncoding.Encode(this, destination);

    /// <inheritdoc/>
    public byte[] Encode() => UperEncoding.Encode(this);

    /// <inheritdoc/>
    public void WriteOer(ref BitWriter writer, string? name) => writer.WriteOctets(Bytes.Span);

    /// <inheritdoc/>
    public int EncodeOer(Span<byte> destination) => OerEncoding.Encode(this, destination);

    /// <inheritdoc/>
    public byte[] EncodeOer() => OerEncoding.Encode(this);
}
