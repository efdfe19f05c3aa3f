namespace HilBench.Asn1;

/// <summary>An extension addition that the schema does not know.</summary>
/// <param name="Index">Position among the additions of the type, from 0.</param>
/// <param name="Bytes">The contents of the open type that carried it.</param>
public sealed record UnknownAddition(int Index, OctetString Bytes);
