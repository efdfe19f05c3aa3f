using HilBench.Rules;

namespace HilBench.Tests.Rules;

internal sealed class BsmCoreDataRangeTests
{
    // In the octets of a BSM frame, after 24 bits of frame header, 3 bits of preamble, msgCnt, id and secMark.
    private const int LatitudeBit = 24 + 3 + 7 + 32 + 16;
    private const int LatitudeBits = 31;

    [Test]
    public void Values_up_to_the_ends_of_their_ranges_give_no_finding()
    {
        var result = new Recordings().Bsm(0, count: 0, secMark: 0).Bsm(100, count: 127, secMark: 60_999).Judge(new BsmCoreDataRange());

        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("BSMs", 2, "BSMs")]));
    }

    [Test]
    public void A_sec_mark_that_the_message_allows_and_the_catalogue_does_not_is_found()
    {
        var result = new Recordings().Bsm(0).Bsm(100, secMark: 61_000).Judge(new BsmCoreDataRange());

        var finding = result.Findings.Single();
        Assert.That((finding.Field, finding.Expected, finding.Found), Is.EqualTo(("value.coreData.secMark", "0..60999", "61000")));
        Assert.That(finding.Proof.Single().Packet, Is.EqualTo(2));
    }

    [Test]
    public void A_latitude_beyond_its_constraint_is_found_once()
    {
        var octets = Recordings.BsmFrame(0, 0, "01020304");
        for (var bit = LatitudeBit; bit < LatitudeBit + LatitudeBits; bit++)
        {
            octets[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        var result = new Recordings().Air(0, octets, psid: 0x20, device: "obu1").Judge(new BsmCoreDataRange());

        Assert.That(result.FindingCount, Is.EqualTo(1));
        Assert.That(result.Findings.Single().Field, Is.EqualTo("value.coreData.lat"));
    }

    [Test]
    public void A_bsm_that_cannot_be_decoded_is_found()
    {
        var result = new Recordings().Bsm(0).Air(100, [0x00, 0x14, 0x25, 0x04], psid: 0x20, device: "obu1").Judge(new BsmCoreDataRange());

        Assert.That(result.Findings.Single().Message, Is.EqualTo("a BSM could not be decoded: its MessageFrame could not be decoded"));
    }

    [Test]
    public void Without_an_obu_it_does_not_apply_and_a_silent_one_is_no_evidence()
    {
        var none = new Recordings { Length = 1000 }.Taps("rsu1.air").Judge(new BsmCoreDataRange());
        var silent = new Recordings { Length = 1000 }.Taps("obu1.air").Judge(new BsmCoreDataRange());

        Assert.That(none.NotApplicable, Is.EqualTo("the recording has no air tap of an OBU and no BSM"));
        Assert.That(silent.Evidence.Single().Amount, Is.Zero);
    }
}
