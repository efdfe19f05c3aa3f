using HilBench.Rules;
using HilBench.Scenarios;
using static HilBench.Wire.J2735.MovementPhaseState;

namespace HilBench.Tests.Rules;

internal sealed class SignalGroupAlignmentTests
{
    [Test]
    public void The_same_groups_give_no_finding()
    {
        var result = new Recordings().Air(0, Map()).Air(100, Spat(AllGroups())).Judge(new SignalGroupAlignment());

        Assert.That(result.FailCount, Is.Zero);
        Assert.That(result.Evidence.Select(evidence => evidence.Amount), Is.EqualTo([1.0, 1.0]));
    }

    [Test]
    public void Groups_that_only_one_of_them_has_are_named_once_for_as_long_as_that_lasts()
    {
        int[] other = [.. AllGroups().Where(group => group != 3), 250];
        var result = new Recordings().Air(0, Map()).Air(100, Spat(other)).Air(200, Spat(other)).Judge(new SignalGroupAlignment());

        Assert.That(
            result.Findings.Single().Message,
            Is.EqualTo("signal groups of intersection 1001: SPaT has 250, which the MAP has not; the MAP has 3, which SPaT has not"));
    }

    [Test]
    public void A_MAP_of_another_intersection_says_nothing()
    {
        var result = new Recordings().Air(0, Recordings.Map(7)).Air(100, Spat([1])).Judge(new SignalGroupAlignment());

        Assert.That(result.FailCount, Is.Zero);
        Assert.That(result.Evidence.Single(evidence => evidence.Name == "compared SPaTs").Amount, Is.Zero);
    }

    private static byte[] Map() => [.. ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml")).Map];

    private static int[] AllGroups() =>
        [.. ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml")).Site.SignalGroups.Select(group => group.Group)];

    private static byte[] Spat(int[] groups) => Recordings.Spat(1001, 0, [.. groups.Select(group => (group, StopAndRemain))]);
}
