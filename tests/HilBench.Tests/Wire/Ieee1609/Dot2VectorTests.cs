using HilBench.Asn1;
using HilBench.Tests.Asn1.Compiler;
using HilBench.Tests.Wire.J2735;
using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.Ieee1609;

/// <summary>Security envelopes and certificates that others made: each one decodes without a violation, and encoding gives the same octets.</summary>
internal sealed class Dot2VectorTests
{
    private static readonly Lazy<CompiledSchema> Subset = new(() => CompiledSchema.Of(
        [("Schema/Dot2Subset.asn", File.ReadAllText(Repository.PathOf("tests/HilBench.Tests/Wire/Ieee1609/Dot2Subset.asn")))], "COER"));

    private static readonly string[] CertificateLeaves =
    [
        "version=3", "type=explicit", "issuer.self=sha384", "toBeSigned.id.name=EU-TLM_L2", "toBeSigned.crlSeries=0",
        "toBeSigned.validityPeriod.start=619826403", "toBeSigned.validityPeriod.duration.years=4",
        "toBeSigned.appPermissions[0].psid=624", "toBeSigned.appPermissions[0].ssp.bitmapSsp=01C8",
    ];

    [Test]
    public void Every_public_message_decodes_and_encodes_to_the_same_octets()
    {
        var vectors = MessageVector.ReadAll("ieee1609_public.csv");

        Assert.That(vectors, Has.Count.EqualTo(23));
        Assert.Multiple(() =>
        {
            foreach (var vector in vectors)
            {
                var hex = Convert.ToHexString(PayloadOf(vector));
                var outcome = Subset.Value.DecodeOer(TypeOf(vector), hex);
                Assert.That(outcome.Violations, Is.Empty, vector.Id);
                Assert.That(outcome.EncodedOer, Is.EqualTo(hex), vector.Id);
            }
        });
    }

    [Test]
    public void A_certificate_has_the_values_that_an_independent_decoder_printed()
    {
        var vector = MessageVector.ReadAll("ieee1609_public.csv").Single(vector => vector.Message == "Certificate");
        var leaves = Leaves(Subset.Value.DecodeOer("Certificate", Convert.ToHexString(vector.Octets)).Root, string.Empty).ToArray();

        Assert.That(leaves, Is.SupersetOf(CertificateLeaves));
        Assert.That(vector.Expected, Does.Contain("<name>EU-TLM_L2</name>").And.Contain("<start>619826403</start>").And.Contain("<bitmapSsp>01C8</bitmapSsp>"));
    }

    [Test]
    public void Every_truncation_of_a_signed_message_is_refused_or_told()
    {
        var octets = MessageVector.ReadAll("ieee1609_public.csv")[1].Octets;
        for (var length = 0; length < octets.Length; length += 7)
        {
            var cut = Convert.ToHexString(octets.AsSpan(0, length));
            Assert.That(() => Subset.Value.DecodeOer("Ieee1609Dot2Data", cut), Throws.TypeOf<Asn1ContentException>());
        }
    }

    private static string TypeOf(MessageVector vector) => vector.Message == "Certificate" ? "Certificate" : "Ieee1609Dot2Data";

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
