using HilBench.Rules;

namespace HilBench.Tests.Rules;

internal sealed class BsmMessageCountTests
{
    [Test]
    public void A_count_that_goes_up_by_one_and_wraps_to_0_gives_no_finding()
    {
        var result = Counted(125, 126, 127, 0, 1).Judge(new BsmMessageCount());

        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("consecutive BSMs", 5, "BSMs")]));
    }

    [TestCase("msgCnt goes from 6 to 8, expected 7", 5, 6, 8, 9)]
    [TestCase("msgCnt goes from 127 to 1, expected 0", 126, 127, 1, 2)]
    [TestCase("msgCnt goes from 6 to 6, expected 7", 5, 6, 6, 7)]
    public void A_count_that_does_not_go_up_by_one_is_found(string message, params int[] counts)
    {
        var result = Counted(counts).Judge(new BsmMessageCount());

        Assert.That(result.Findings.Select(finding => finding.Message), Is.EqualTo([message]));
        Assert.That(result.Findings.Single().Proof.Select(proof => proof.Packet), Is.EqualTo([3, 2]));
    }

    [Test]
    public void A_temporary_id_that_changes_is_found()
    {
        var result = new Recordings().Bsm(0, 1).Bsm(100, 2, id: "0A0B0C0D").Bsm(200, 3, id: "0A0B0C0D").Judge(new BsmMessageCount());

        Assert.That(result.Findings.Select(finding => finding.Field), Is.EqualTo(["value.coreData.id"]));
    }

    [Test]
    public void Each_source_address_counts_for_itself()
    {
        var result = new Recordings()
            .Bsm(0, 1).Bsm(50, 90, id: "0A0B0C0D", mac: "02:00:00:00:00:0A").Bsm(100, 2).Bsm(150, 91, id: "0A0B0C0D", mac: "02:00:00:00:00:0A")
            .Judge(new BsmMessageCount());

        Assert.That(result.FindingCount, Is.Zero);
    }

    [Test]
    public void After_a_time_without_position_the_count_may_start_anew()
    {
        var recording = new Recordings().Positions(0, 200).Bsm(50, 1).Bsm(150, 2).Positions(5000, 5200).Bsm(5050, 77, id: "0A0B0C0D").Bsm(5150, 78, id: "0A0B0C0D");

        Assert.That(recording.Judge(new BsmMessageCount()).FindingCount, Is.Zero);
    }

    private static Recordings Counted(params int[] counts)
    {
        var recording = new Recordings();
        for (var i = 0; i < counts.Length; i++)
        {
            recording.Bsm(100 * i, counts[i]);
        }

        return recording;
    }
}
