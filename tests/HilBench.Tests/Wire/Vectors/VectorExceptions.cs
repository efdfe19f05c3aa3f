namespace HilBench.Tests.Wire.Vectors;

/// <summary>The vectors that differ, each with its reason.</summary>
internal static class VectorExceptions
{
    private const string J2735Public = "j2735_public.csv";
    private const string EtsiPublic = "etsi_public.csv";
    private const string EtsiRelease2 = "generated_etsi-r2-asn1csem.csv";
    private const string CsaePublic = "csae_public.csv";

    /// <summary>All of them.</summary>
    public static readonly VectorException[] All =
    [
        VectorException.TrailingOctets(J2735Public, 119, 56, "the tail of a longer buffer, itself a part of another BSM"),
        VectorException.TrailingOctets(J2735Public, 121, 2, "the carriage return and line feed that end the sample file"),
        VectorException.TrailingOctets(J2735Public, 122, 1, "the line feed that ends the sample file"),
        new(J2735Public, 72, "the text that was published beside it calls four unused members as the 2016 edition does (notUsed for doNotUse1)", HasOtherNames),
        .. Enumerable.Range(1, 10).Select(row => new VectorException(EtsiPublic, row, "protocol version 1, a draft of before release 1: no modules here", IsDraft)),
        .. new[] { 15, 16, 17 }.Select(row => new VectorException(EtsiPublic, row, "the edition V1.3.2 of CAM, whose bits are others and which no independent decoder of V1.4.1 reads", IsOlderEdition)),
        new(EtsiPublic, 21, "octets behind the message that are no padding; independent decoders read it and do not encode it again either", IsOnlyDecoded),
        .. new[] { 59, 94, 119, 120 }.Select(row => new VectorException(
            EtsiRelease2, row, "a vehicleSubClass outside of (0 | 5..11 | 14), which asn1c does not check: decoded with a violation, refused by our encoder", IsOutsideOfUnion)),
        new(CsaePublic, 5, "no independent decoder reads it either", (vector, result) => vector.Verified.Length == 0 && result.Decoding is null),
    ];

    /// <summary>The exception for a vector; null when there is none.</summary>
    public static VectorException? Of(MessageVector vector) => Array.Find(All, exception => exception.Id == vector.Id);

    private static bool HasOtherNames(MessageVector vector, VectorResult result) =>
        result.IsSameOctets && result.Faults.Count == 4 && result.Faults.All(fault => fault.Contains("expected notUsed", StringComparison.Ordinal));

    private static bool IsDraft(MessageVector vector, VectorResult result) => vector.Octets[0] == 1;

    private static bool IsOlderEdition(MessageVector vector, VectorResult result) => !vector.Verified.Contains("vanetza", StringComparison.Ordinal);

    private static bool IsOnlyDecoded(MessageVector vector, VectorResult result) =>
        result is { IsEqual: true, Decoding.Violations: [{ Path: "" }] } && !vector.Verified.Contains(":rt", StringComparison.Ordinal);

    private static bool IsOutsideOfUnion(MessageVector vector, VectorResult result) =>
        result is { IsEqual: true, Decoding: { Refusal: { } refusal, Violations.Count: > 0 } decoding }
        && decoding.Violations.All(violation => violation.Path.EndsWith(".vehicleSubClass", StringComparison.Ordinal))
        && refusal.Contains("vehicleSubClass", StringComparison.Ordinal);
}
