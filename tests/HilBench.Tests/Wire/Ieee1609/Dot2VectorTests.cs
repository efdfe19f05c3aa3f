using HilBench.Asn1;
using HilBench.Tests.Wire.Vectors;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Ieee1609.Dot2;

namespace HilBench.Tests.Wire.Ieee1609;

/// <summary>Security envelopes and certificates that others made: each one decodes without a violation, and encoding gives the same octets.</summary>
internal sealed class Dot2VectorTests
{
    private const string FileName = "ieee1609_public.csv";

    private static readonly string[] CertificateLeaves =
    [
        "version=3", "type=explicit", "issuer.self=sha384", "toBeSigned.id.name=EU-TLM_L2", "toBeSigned.crlSeries=0",
        "toBeSigned.validityPeriod.start=619826403", "toBeSigned.validityPeriod.duration.years=4",
        "toBeSigned.appPermissions[0].psid=624", "toBeSigned.appPermissions[0].ssp.bitmapSsp=01C8",
    ];

    [Test]
    public void Every_public_message_decodes_and_encodes_to_the_same_octets()
    {
        var vectors = MessageVector.ReadAll(FileName);

        Assert.That(vectors, Has.Count.EqualTo(23));
        Assert.Multiple(() =>
        {
            foreach (var vector in vectors)
            {
                var octets = PayloadOf(vector);
                var (violations, encoded) = vector.Message == "Certificate" ? Again<CertificateBase>(octets) : Again<Ieee1609Dot2Data>(octets);
                Assert.That(violations, Is.Empty, vector.Id);
                Assert.That(Convert.ToHexString(encoded), Is.EqualTo(Convert.ToHexString(octets)), vector.Id);
            }
        });
    }

    [Test]
    public void A_certificate_has_the_values_that_an_independent_decoder_printed()
    {
        var vector = MessageVector.ReadAll(FileName).Single(vector => vector.Message == "Certificate");
        var tree = new DecodeTree();
        CertificateBase.DecodeOer(vector.Octets, tree);

        Assert.That(Leaves(tree.Root!, string.Empty), Is.SupersetOf(CertificateLeaves));
        Assert.That(vector.Expected, Does.Contain("<name>EU-TLM_L2</name>").And.Contain("<start>619826403</start>").And.Contain("<bitmapSsp>01C8</bitmapSsp>"));
    }

    [Test]
    public void Every_truncation_of_a_signed_message_is_refused()
    {
        var octets = MessageVector.ReadAll(FileName)[1].Octets;
        for (var length = 0; length < octets.Length; length++)
        {
            var cut = octets[..length];
            Assert.That(() => Ieee1609Dot2Data.DecodeOer(cut), Throws.TypeOf<Asn1ContentException>());
        }
    }

    [Test]
    public void Data_nested_too_deep_are_refused()
    {
        // Signed data that hold signed data, and so on: protocol version, tag, hash, preamble of the payload.
        var nested = Convert.FromHexString(string.Concat(Enumerable.Repeat("03810040", 200)));

        Assert.That(() => Ieee1609Dot2Data.DecodeOer(nested), Throws.TypeOf<Asn1ContentException>().With.Message.Contains("levels deep"));
    }

    private static (IReadOnlyList<Violation> Violations, byte[] Encoded) Again<T>(byte[] octets)
        where T : IOerType<T>
    {
        var decoded = OerDecoding.Decode<T>(octets);
        Assert.That(OerDecoding.Decode<T>(octets, new DecodeTree()), Is.EqualTo(decoded), "the silent and the explaining decoding of one message");
        return (decoded.Violations, decoded.Value.EncodeOer());
    }

    // The recordings of the radio begin with an octet of the family, then the WSMP header.
    private static byte[] PayloadOf(MessageVector vector)
    {
        if (!vector.Message.StartsWith("WSMP", StringComparison.Ordinal))
        {
            return vector.Octets;
        }

        Assert.That(WsmpMessage.TryParse(vector.Octets.AsSpan(1), out var message, out _), Is.True, vector.Id);
        return message!.Payload.ToArray();
    }

    private static IEnumerable<string> Leaves(DecodeNode node, string path)
    {
        var own = path + (node.Name.Length == 0 || node.Name[0] == '[' || path.Length == 0 ? string.Empty : ".") + node.Name;
        return node.Children.Count == 0 ? [$"{own}={node.Value}"] : node.Children.SelectMany(child => Leaves(child, own));
    }
}
