using HilBench.Asn1;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.Decoding;

/// <summary>Messages of our own for the finder and the formatters.</summary>
internal static class Samples
{
    /// <summary>A frame with a SPAT of one signal group that changes 90 s into the hour.</summary>
    public static byte[] Spat() => Spat(minEndTime: 900).Encode();

    /// <summary>The same frame with another time, which may break the constraint.</summary>
    public static MessageFrame Spat(int minEndTime) => new()
    {
        MessageId = DSRCmsgIDValues.SignalPhaseAndTimingMessage,
        Value = new SPAT
        {
            TimeStamp = 1441,
            Intersections =
            [
                new IntersectionState
                {
                    Id = new IntersectionReferenceID { Id = 1001 },
                    Revision = 3,
                    Status = BitString.Of(16, IntersectionStatusObjectBits.TrafficDependentOperation),
                    States =
                    [
                        new MovementState
                        {
                            SignalGroup = 2,
                            StateTimeSpeed =
                            [
                                new MovementEvent
                                {
                                    EventState = MovementPhaseState.ProtectedMovementAllowed,
                                    Timing = new TimeChangeDetails { MinEndTime = minEndTime },
                                },
                            ],
                        },
                    ],
                },
            ],
        },
    };

    /// <summary>The frame with the time 36112, one above the range: the last 16 bits of the 36111 that is allowed, plus one.</summary>
    public static byte[] SpatOutOfRange()
    {
        var octets = Spat(minEndTime: 36_111).Encode();
        var bits = octets.Length * 8;
        for (var shift = 0; shift < 8; shift++)
        {
            var tree = new DecodeTree();
            var candidate = octets.ToArray();
            AddToTail(candidate, 1u << shift);
            if (MessageFrame.Decode(candidate, tree) is { Violations: [{ Found: "36112" }] })
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"No frame of {bits} bits ends with a time.");
    }

    private static void AddToTail(byte[] octets, uint value)
    {
        for (var i = octets.Length - 1; i >= 0 && value != 0; i--)
        {
            value += octets[i];
            octets[i] = (byte)value;
            value >>= 8;
        }
    }
}
