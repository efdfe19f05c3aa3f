using HilBench.Asn1;
using HilBench.Rules;
using HilBench.Wire.J2735;
using static HilBench.Wire.J2735.MovementPhaseState;

namespace HilBench.Tests.Rules;

internal sealed class RevisionProgressionTests
{
    private const MovementPhaseState Green = ProtectedMovementAllowed;
    private const MovementPhaseState Yellow = ProtectedClearance;

    [TestCase(3, Green, 3, 0)]
    [TestCase(3, Yellow, 4, 0)]
    [TestCase(127, Yellow, 0, 0)]
    [TestCase(3, Yellow, 3, 1, Description = "a change that is not told")]
    [TestCase(3, Yellow, 5, 1, Description = "told twice")]
    [TestCase(3, Green, 4, 1, Description = "told without a change")]
    public void The_revision_goes_up_by_one_exactly_with_content(int before, MovementPhaseState then, int after, int findings)
    {
        var result = new Recordings().Air(0, Spat(Green, before, 1)).Air(100, Spat(then, after, 2)).Judge(new RevisionProgression());

        Assert.That(result.FailCount, Is.EqualTo(findings));
        Assert.That(result.Evidence.Single(evidence => evidence.Name == "SPaT content changes").Amount, Is.EqualTo(then == Green ? 0 : 1));
    }

    [Test]
    public void A_pair_with_a_message_missing_between_is_passed_over()
    {
        var result = new Recordings().Air(0, Spat(Green, 3, 1)).Air(200, Spat(Yellow, 9, 2)).Judge(new RevisionProgression());

        Assert.That(result.FailCount, Is.Zero);
        Assert.That(result.Evidence.Single(evidence => evidence.Name == "SPaT content changes").Amount, Is.Zero);
    }

    [Test]
    public void A_finding_tells_what_was_expected()
    {
        var finding = new Recordings().Air(0, Spat(Green, 3, 1)).Air(100, Spat(Yellow, 3, 2)).Judge(new RevisionProgression()).Findings.Single();

        Assert.That(finding.Message, Is.EqualTo("revision of intersection 1001 is 3 after a change of content, expected 4"));
        Assert.That(finding.Field, Is.EqualTo("value.intersections[0].revision"));
    }

    [TestCase(1001, 1, 0)]
    [TestCase(1001, 2, 1)]
    [TestCase(1002, 2, 0)]
    [TestCase(1002, 1, 1)]
    public void The_MAPs_revision_is_held_to_the_same(int intersection, int revision, int findings)
    {
        var result = new Recordings().Air(0, Map(1001, 1)).Air(1000, Map(intersection, revision)).Judge(new RevisionProgression());

        Assert.That(result.FailCount, Is.EqualTo(findings));
    }

    private static byte[] Map(int intersection, int revision)
    {
        var frame = MessageFrame.Decode(Recordings.Map(intersection)).Value;
        return (frame with { Value = (MapData)frame.Value with { MsgIssueRevision = revision } }).Encode();
    }

    private static byte[] Spat(MovementPhaseState state, int revision, int timeStamp) => new MessageFrame
    {
        MessageId = 19,
        Value = new SPAT
        {
            Intersections =
            [
                new IntersectionState
                {
                    Id = new IntersectionReferenceID { Id = 1001 },
                    Revision = revision,
                    Status = BitString.FromBits("0000000000000000"),
                    TimeStamp = timeStamp,
                    States = [new MovementState { SignalGroup = 2, StateTimeSpeed = [new MovementEvent { EventState = state }] }],
                },
            ],
        },
    }.Encode();
}
