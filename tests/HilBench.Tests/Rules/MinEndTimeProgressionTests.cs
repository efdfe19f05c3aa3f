using HilBench.Asn1;
using HilBench.Rules;
using HilBench.Wire.J2735;
using static HilBench.Wire.J2735.MovementPhaseState;

namespace HilBench.Tests.Rules;

internal sealed class MinEndTimeProgressionTests
{
    [TestCase(1000, 1000, 0)]
    [TestCase(1000, 1050, 0)]
    [TestCase(1000, 999, 0, Description = "100 ms are tolerated")]
    [TestCase(1000, 998, 1)]
    [TestCase(35_990, 5, 0, Description = "over the hour")]
    [TestCase(5, 35_990, 1, Description = "back over the hour")]
    [TestCase(1000, 36_001, 0, Description = "unknown")]
    [TestCase(36_001, 10, 0, Description = "was unknown")]
    public void Only_a_step_back_of_more_than_100_ms_breaks_it(int before, int after, int findings) =>
        Assert.That(Sent((0, StopAndRemain, before), (100, StopAndRemain, after)).FailCount, Is.EqualTo(findings));

    [Test]
    public void Another_state_may_end_earlier() =>
        Assert.That(Sent((0, ProtectedMovementAllowed, 1000), (100, ProtectedClearance, 500)).FailCount, Is.Zero);

    [Test]
    public void A_finding_tells_how_much_and_from_what()
    {
        var finding = Sent((0, ProtectedMovementAllowed, 1000), (100, ProtectedMovementAllowed, 985)).Findings.Single();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(finding.Message, Is.EqualTo("minEndTime of signal group 2 of intersection 1001 moves 1500 ms earlier while it stays protected-Movement-Allowed"));
        Assert.That(finding.Field, Is.EqualTo("value.intersections[0].states[0].state-time-speed[0].timing.minEndTime"));
        Assert.That((finding.Expected, finding.Found), Is.EqualTo(("1000 (0.1 s in the hour) or later", "985")));
    }

    [Test]
    public void Greens_and_messages_are_counted()
    {
        var result = Sent((0, StopAndRemain, 1), (100, ProtectedMovementAllowed, 2), (200, ProtectedClearance, 3), (300, StopAndRemain, 4), (400, PermissiveMovementAllowed, 5));

        Assert.That(result.Evidence.Select(evidence => (evidence.Name, evidence.Amount)), Is.EqualTo([("SPaTs", 5.0), ("green intervals", 2.0)]));
    }

    private static RuleResult Sent(params (double Ms, MovementPhaseState State, int MinEnd)[] events)
    {
        var recording = new Recordings();
        foreach (var (ms, state, end) in events)
        {
            recording.Air(ms, Spat(state, end));
        }

        return recording.Judge(new MinEndTimeProgression());
    }

    private static byte[] Spat(MovementPhaseState state, int end) => new MessageFrame
    {
        MessageId = 19,
        Value = new SPAT
        {
            Intersections =
            [
                new IntersectionState
                {
                    Id = new IntersectionReferenceID { Id = 1001 },
                    Revision = 0,
                    Status = BitString.FromBits("0000000000000000"),
                    States =
                    [
                        new MovementState
                        {
                            SignalGroup = 2,
                            StateTimeSpeed = [new MovementEvent { EventState = state, Timing = new TimeChangeDetails { MinEndTime = end } }],
                        },
                    ],
                },
            ],
        },
    }.Encode();
}
