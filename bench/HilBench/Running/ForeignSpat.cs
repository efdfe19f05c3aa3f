using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.J2735;

namespace HilBench.Running;

/// <summary>
/// The messages that the bench hands over for immediate forwarding: SPATs of an intersection that no MAP on the air describes,
/// so that they are not taken for the site's own. Each differs from the one before by its time.
/// </summary>
internal static class ForeignSpat
{
    /// <summary>Id of the intersection that they are about.</summary>
    public const int Intersection = 9001;

    private const int MessageId = 19;
    private const int UnknownTimeMark = 36001;

    /// <summary>Octets of the frame with the SPAT of an instant.</summary>
    public static byte[] Frame(Instant at)
    {
        var utc = at.ToUtc();
        var yearStart = new DateTimeOffset(utc.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var minute = (int)(utc - yearStart).TotalMinutes;
        var spat = new SPAT
        {
            Intersections =
            [
                new IntersectionState
                {
                    Id = new IntersectionReferenceID { Id = Intersection },
                    Revision = 0,
                    Status = BitString.FromBits("0000000000000000"),
                    Moy = minute,
                    TimeStamp = (int)((long)(utc - yearStart).TotalMilliseconds % 60_000),
                    States =
                    [
                        new MovementState
                        {
                            SignalGroup = 1,
                            StateTimeSpeed =
                            [
                                new MovementEvent
                                {
                                    EventState = MovementPhaseState.StopAndRemain,
                                    Timing = new TimeChangeDetails { MinEndTime = UnknownTimeMark },
                                },
                            ],
                        },
                    ],
                },
            ],
        };
        return new MessageFrame { MessageId = MessageId, Value = spat }.Encode();
    }
}
