using HilBench.Asn1;
using HilBench.Wire.Ieee1609.Dot2;

namespace HilBench.Tests.Wire.Properties;

/// <summary>IEEE 1609.2 data of our own; the signatures are of the right size and verify nothing.</summary>
internal static class Dot2Samples
{
    public static Ieee1609Dot2Data Unsecured { get; } = new() { ProtocolVersion = 3, Content = new Ieee1609Dot2Content.UnsecuredData(OctetString.FromHex("00140102")) };

    public static CertificateBase Certificate { get; } = new()
    {
        Version = 3,
        Type = CertificateType.Explicit,
        Issuer = new IssuerIdentifier.Sha256AndDigest(OctetString.FromHex("0102030405060708")),
        ToBeSigned = new ToBeSignedCertificate
        {
            Id = new CertificateId.Name("lab"),
            CracaId = OctetString.FromHex("000000"),
            CrlSeries = 1,
            ValidityPeriod = new ValidityPeriod { Start = 700_000_000, Duration = new Duration.Hours(168) },
            AppPermissions = [new PsidSsp { Psid = 32, Ssp = new ServiceSpecificPermissions.BitmapSsp(OctetString.FromHex("01FF")) }],
            VerifyKeyIndicator = new VerificationKeyIndicator.VerificationKey(
                new PublicVerificationKey.EcdsaNistP256(new EccP256CurvePoint.CompressedY0(OctetString.FromHex(new string('A', 64))))),
        },
        Signature = Signature(),
    };

    public static Ieee1609Dot2Data Signed { get; } = new()
    {
        ProtocolVersion = 3,
        Content = new Ieee1609Dot2Content.SignedData(new SignedData
        {
            HashId = HashAlgorithm.Sha256,
            TbsData = new ToBeSignedData
            {
                Payload = new SignedDataPayload { Data = Unsecured },
                HeaderInfo = new HeaderInfo { Psid = 32, GenerationTime = 694_000_000_000_000UL },
            },
            Signer = new SignerIdentifier.Certificate([Certificate]),
            Signature = Signature(),
        }),
    };

    private static Signature.EcdsaNistP256Signature Signature() => new(new EcdsaP256Signature
    {
        RSig = new EccP256CurvePoint.XOnly(OctetString.FromHex(new string('1', 64))),
        SSig = OctetString.FromHex(new string('2', 64)),
    });
}
