using HilBench.Asn1;
using HilBench.Tests.Wire.Properties;
using HilBench.Wire.Decoding;
using HilBench.Wire.Tci;

namespace HilBench.Tests.Wire.Tci;

/// <summary>
/// TCI v3 in canonical OER against octets written out by hand from X.696. No implementation of the interface that is not ours runs
/// here: what the octets must be is derived in each line, not measured.
/// </summary>
internal sealed class TciMessageTests
{
    // preamble (clause 16), version 1..127 in an octet (clause 10), time 0..2^63-1 in eight.
    private const string Head = "00 03 0000018BCFE56800";

    private static readonly TestCaseData[] Octets =
    [
        // Tags [6] and [0] in an octet each (clause 20.1), preamble, id 4; open type: length 1, TRUE (clauses 30, 9).
        new TestCaseData(TciSamples.RequestSutInfo, Head + "86 80 00 04 01 FF").SetArgDisplayNames("requestSutInfo"),

        // An open type with a UTF8String: length 10, in it length 9 and the characters (clause 27).
        new TestCaseData(TciSamples.SetTestId, Head + "86 80 00 05 0A 09 55532D43492D303031").SetArgDisplayNames("setTestId"),

        // The latitude is a SEQUENCE of a fill bit (clause 13: one octet, unused bits zero) and four octets.
        new TestCaseData(TciSamples.SetLatitude, Head + "86 80 00 07 05 00 1683FE08").SetArgDisplayNames("setLatitude"),

        // 0..8191 in two octets.
        new TestCaseData(TciSamples.SetSpeed, Head + "86 80 00 0B 02 02B7").SetArgDisplayNames("setSpeed"),

        // response [1]: preamble with exception absent, msgID, rcSuccess (clause 11).
        new TestCaseData(TciSamples.Accepted, Head + "86 81 00 04 00").SetArgDisplayNames("response"),

        // responseInfo [3]: info present (0x40); sutInfo [2]: modelName present; one item: count in one octet (clause 17); an unbounded integer with its length.
        new TestCaseData(TciSamples.SutInfo, Head + "86 83 40 04 00 82 40 02 5831 0101 00 01 01 03 322E30").SetArgDisplayNames("sutInfo"),

        // An alternative behind the marker, [8]: its value is an open type (clause 20.2).
        new TestCaseData(TciSamples.StartBsmTx, Head + "88 09 80 00 02 05 00 80 20 00 00").SetArgDisplayNames("startBsmTx"),

        // Enumerated 3 and 4 as octets; channelIdentifier present of four optional members: 0x40; a PSID of the second range by nested tags.
        new TestCaseData(TciSamples.Received, Head + "85 82 60 00 01 03 81 40 00 01 81 80 0100 03 B7 00 04 04 00140102").SetArgDisplayNames("indication"),
    ];

    [TestCaseSource(nameof(Octets))]
    public void A_message_has_the_octets_that_X696_gives_it(TCIMsg message, string octets)
    {
        var expected = Convert.FromHexString(octets.Replace(" ", string.Empty, StringComparison.Ordinal));

        Assert.That(Convert.ToHexString(message.EncodeOer()), Is.EqualTo(Convert.ToHexString(expected)));
        var decoded = OerDecoding.Decode<TCIMsg>(expected);
        Assert.That(decoded.Value, Is.EqualTo(message));
        Assert.That(decoded.Violations, Is.Empty);
    }

    [Test]
    public void A_message_id_of_another_version_keeps_its_octets_and_is_told()
    {
        var octets = Convert.FromHexString("00030000018BCFE56800868000F003010203");

        var decoded = OerDecoding.Decode<TCIMsg>(octets);

        Assert.That(decoded.Violations, Has.Count.EqualTo(1));
        Assert.That(decoded.Violations[0].Path, Does.EndWith("value"));
        Assert.That(decoded.Value.EncodeOer(), Is.EqualTo(octets));
    }

    [Test]
    public void The_finder_reads_either_encoding_when_the_family_is_named_and_gives_units()
    {
        var oer = MessageFinder.Find(TciSamples.SetSpeed.EncodeOer(), MessageFamily.Tci);
        var uper = MessageFinder.Find(TciSamples.SetSpeed.Encode(), MessageFamily.TciUper);

        Assert.That(oer.IsClean && uper.IsClean);
        Assert.That(Describe(oer), Is.EqualTo(Describe(uper)).And.Contains("2023-11-14 22:13:20.000 UTC").And.Contains("13.9 m/s"));
    }

    [Test]
    public void The_finder_does_not_take_one_encoding_for_the_other()
    {
        var found = MessageFinder.Find(TciSamples.SutInfo.Encode(), MessageFamily.Tci);

        Assert.That(found.IsClean, Is.False);
    }

    private static List<string> Describe(FoundMessage message)
    {
        var texts = new List<string>();
        var layer = message.Layers[0];
        var nodes = new Stack<DecodeNode>([layer.Tree!]);
        while (nodes.TryPop(out var node))
        {
            if (layer.Describe(node) is { } text)
            {
                texts.Add(text);
            }

            foreach (var child in node.Children)
            {
                nodes.Push(child);
            }
        }

        return texts;
    }
}
