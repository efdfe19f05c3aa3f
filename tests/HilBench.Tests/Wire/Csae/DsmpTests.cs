using HilBench.Asn1;
using HilBench.Wire.Csae.Network;
using HilBench.Wire.Decoding;
using HilBench.Tests.Wire.Vectors;

namespace HilBench.Tests.Wire.Csae;

internal sealed class DsmpTests
{
    [TestCase(112, "0070")]
    [TestCase(127, "007F")]
    [TestCase(135, "008007")]
    [TestCase(3618, "008DA2")]
    public void The_application_identifier_has_the_octets_of_its_coding(int aid, string expected)
    {
        // Above 127 the two octets are the number plus 0x7F80.
        Assert.That(Convert.ToHexString(Message(aid, [1, 2]).Encode()), Is.EqualTo(expected + "00020102"));
    }

    [Test]
    public void A_SPAT_behind_the_adaptation_octet_is_found_with_its_edition_told()
    {
        var vector = MessageVector.ReadAll("generated_csae53-2020.csv").First(vector => vector.Kind == "spatFrame");
        var found = MessageFinder.Find((byte[])[4, .. Message(3619, vector.Octets).Encode()]);

        Assert.That(found.Layers.Select(layer => layer.Protocol), Is.EqualTo((string[])["PC5 adaptation", "DSMP", "T/CSAE 53-2020"]));
        Assert.That(found.Name, Is.EqualTo("SPAT"));
        Assert.That(found.Assumptions, Has.Some.Contains("not guessed"));
    }

    [Test]
    public void A_message_of_day_2_is_read_with_its_modules()
    {
        var vector = MessageVector.ReadAll("generated_csae157-2020.csv").First(vector => vector.Kind == "msgFrameExt");

        Assert.That(MessageFinder.Find(vector.Octets, MessageFamily.Csae).Layers.Single().Protocol, Is.EqualTo("T/CSAE 157-2020"));
    }

    [TestCase("04007000030102", "a length beyond the end")]
    [TestCase("0400700001", "no data")]
    [TestCase("0400", "no identifier")]
    public void Octets_that_do_not_fit_are_no_DSMP(string hex, string because) =>
        Assert.That(MessageFinder.Find(Convert.FromHexString(hex)).Layers, Is.Empty, because);

    private static DsmpMessage Message(int aid, byte[] data) => new()
    {
        Version = 0,
        Body = new DsmpBody
        {
            Reserved = 0,
            Aid = aid < 128 ? new ApplicationIdentifier.Short(aid) : new ApplicationIdentifier.Long(aid),
            Data = new OctetString(data),
        },
    };
}
