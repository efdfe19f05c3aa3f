namespace HilBench.Asn1;

/// <summary>A value of a generated ASN.1 type, whatever encodings it has: <see cref="IUperType"/>, <see cref="IOerType"/> or both.</summary>
public interface IAsn1Type;
