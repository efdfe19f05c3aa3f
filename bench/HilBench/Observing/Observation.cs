using HilBench.Links;

namespace HilBench.Observing;

/// <summary>One time-stamped message on one tap, decoded as far as it could be.</summary>
/// <param name="Number">Packet number in the capture, from 1, as Wireshark numbers it.</param>
/// <param name="Tap">Name of the tap, <c>device.kind</c>, for example <c>rsu1.air</c>.</param>
/// <param name="At">When it was seen on the tap.</param>
/// <param name="Stamps">How near to the wire the stamp was taken.</param>
/// <param name="Direction">From the device to the bench, or from the bench to the device.</param>
/// <param name="Frame">The recorded octets, from the tap's link layer up.</param>
/// <param name="Content">What the octets say.</param>
public sealed record Observation(
    int Number,
    string Tap,
    Instant At,
    StampSource Stamps,
    Direction Direction,
    ReadOnlyMemory<byte> Frame,
    Content Content);
