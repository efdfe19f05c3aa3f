using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Tests.Runs;

internal sealed class CoverageTests
{
    [Test]
    public void Every_purpose_of_the_region_is_judged_or_left_out_for_a_reason()
    {
        string[] judged = ["US-CI-001", "US-BSM-002"];

        var coverage = Coverage.Of([.. judged]);

        Assert.That(
            coverage.SelectMany(standard => standard.NotSelected.Concat(standard.NotExecutable.SelectMany(missing => missing.Purposes))).Concat(judged),
            Is.EquivalentTo(PurposeLedger.Rows.Where(row => row.Region == "US").Select(row => row.Id)));
        Assert.That(coverage.Single(standard => standard.Standard == "USDOT RSU Spec 4.1").NotSelected, Is.EqualTo(["US-RSU-013"]));
        Assert.That(coverage.SelectMany(standard => standard.NotExecutable).Select(missing => missing.Needs), Does.Contain(PurposeNeed.Radio));
    }

    [Test]
    public void A_run_that_judged_nothing_touches_no_region() => Assert.That(Coverage.Of([]), Is.Empty);
}
