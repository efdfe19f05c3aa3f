using HilBench.Rules;
using HilBench.Wire.J2735;
using static HilBench.Wire.J2735.MovementPhaseState;

namespace HilBench.Tests.Rules;

internal sealed class EventStateProgressionTests
{
    private static readonly (MovementPhaseState From, MovementPhaseState To)[] Illegal =
    [
        (ProtectedMovementAllowed, StopAndRemain), (PermissiveMovementAllowed, StopAndRemain),
        (ProtectedMovementAllowed, PreMovement), (PermissiveMovementAllowed, PreMovement),
        (StopAndRemain, ProtectedClearance), (StopAndRemain, PermissiveClearance),
        (ProtectedClearance, ProtectedMovementAllowed), (ProtectedClearance, PermissiveMovementAllowed), (ProtectedClearance, PreMovement),
        (PermissiveClearance, ProtectedMovementAllowed), (PermissiveClearance, PermissiveMovementAllowed), (PermissiveClearance, PreMovement),
        (PreMovement, ProtectedClearance), (PreMovement, PermissiveClearance),
    ];

    [Test]
    public void Exactly_the_stated_pairs_are_illegal()
    {
        var found = from before in Enum.GetValues<MovementPhaseState>()
                    from after in Enum.GetValues<MovementPhaseState>()
                    where Sent((0, before), (100, after)).FailCount > 0
                    select (before, after);

        Assert.That(found, Is.EquivalentTo(Illegal));
    }

    [Test]
    public void A_finding_names_field_states_and_both_messages()
    {
        var finding = Sent((0, ProtectedMovementAllowed), (100, ProtectedMovementAllowed), (200, StopAndRemain)).Findings.Single();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(finding.Message, Is.EqualTo("signal group 2 of intersection 1001 goes from protected-Movement-Allowed straight to stop-And-Remain"));
        Assert.That(finding.Field, Is.EqualTo("value.intersections[0].states[0].state-time-speed[0].eventState"));
        Assert.That(finding.Found, Is.EqualTo("stop-And-Remain"));
        Assert.That(finding.Proof.Select(proof => proof.At), Is.EqualTo([Recordings.At(200), Recordings.At(100)]));
    }

    [Test]
    public void Nothing_is_said_of_a_change_that_a_gap_hides()
    {
        var result = Sent((0, ProtectedMovementAllowed), (2001, StopAndRemain));

        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("signal transitions", 0, "transitions")]));
    }

    [Test]
    public void Transitions_are_counted() => Assert.That(
        Sent((0, StopAndRemain), (100, ProtectedMovementAllowed), (200, ProtectedMovementAllowed), (300, ProtectedClearance)).Evidence.Single().Amount,
        Is.EqualTo(2));

    [Test]
    public void Without_an_rsu_it_does_not_apply() =>
        Assert.That(new Recordings().Bsm(0).Judge(new EventStateProgression()).NotApplicable, Is.Not.Null);

    private static RuleResult Sent(params (double Ms, MovementPhaseState State)[] states)
    {
        var recording = new Recordings();
        foreach (var (ms, state) in states)
        {
            recording.Air(ms, Recordings.Spat(1001, (int)ms, (2, state)));
        }

        return recording.Judge(new EventStateProgression());
    }
}
