using HilBench.Rules;
using HilBench.Scenarios;
using HilBench.Wire.J2735;
using static HilBench.Wire.J2735.MovementPhaseState;

namespace HilBench.Tests.Rules;

/// <summary>On the MAP of the four-leg site, whose signal groups 1 to 8 are the phases of a NEMA dual ring.</summary>
internal sealed class SignalStateConflictTests
{
    // Left turns and their neighbours through: what a dual ring may show together.
    private static readonly (int, int)[] Compatible = [(1, 5), (1, 6), (2, 5), (2, 6), (3, 7), (3, 8), (4, 7), (4, 8)];

    [Test]
    public void Of_a_dual_ring_all_pairs_conflict_but_those_that_may_run_together()
    {
        var pairs = from one in Enumerable.Range(1, 8) from other in Enumerable.Range(one + 1, 8 - one) select (one, other);
        var map = (MapData)MessageFrame.Decode(FourLegMap()).Value.Value;

        Assert.That(ConflictMatrix.Read(map.Intersections!.Value[0]), Is.EquivalentTo(pairs.Except(Compatible)));
    }

    [TestCase(ProtectedMovementAllowed, StopAndRemain, 0)]
    [TestCase(ProtectedMovementAllowed, Dark, 0)]
    [TestCase(ProtectedMovementAllowed, ProtectedClearance, 1)]
    [TestCase(ProtectedClearance, PermissiveMovementAllowed, 1)]
    [TestCase(ProtectedMovementAllowed, PreMovement, 1)]
    [TestCase(PermissiveMovementAllowed, PermissiveMovementAllowed, 0)]
    public void Protected_states_need_red_on_conflicting_groups(MovementPhaseState through, MovementPhaseState crossing, int findings)
    {
        var result = new Recordings().Air(0, FourLegMap()).Air(100, Recordings.Spat(1001, 0, (2, through), (4, crossing))).Judge(new SignalStateConflict());

        Assert.That(result.FailCount, Is.EqualTo(findings));
    }

    [Test]
    public void A_conflict_is_told_once_for_as_long_as_it_lasts()
    {
        var conflict = Recordings.Spat(1001, 0, (2, ProtectedMovementAllowed), (4, ProtectedMovementAllowed));
        var calm = Recordings.Spat(1001, 0, (2, ProtectedMovementAllowed), (4, StopAndRemain));
        var recording = new Recordings().Air(0, FourLegMap()).Air(100, conflict).Air(200, conflict).Air(300, calm).Air(400, conflict);

        Assert.That(recording.Judge(new SignalStateConflict()).FailCount, Is.EqualTo(2));
    }

    [Test]
    public void Without_a_MAP_nothing_is_compared()
    {
        var result = new Recordings().Air(100, Recordings.Spat(1001, 0, (2, ProtectedMovementAllowed), (4, ProtectedMovementAllowed))).Judge(new SignalStateConflict());

        Assert.That(result.FailCount, Is.Zero);
        Assert.That(result.Evidence.Where(evidence => evidence.Name != "green intervals").Select(evidence => evidence.Amount), Is.All.Zero);
    }

    private static byte[] FourLegMap() => [.. ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml")).Map];
}
