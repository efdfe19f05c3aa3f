namespace HilBench.Asn1;

/// <summary>The one value of the ASN.1 type NULL.</summary>
public readonly record struct Asn1Null;
