using HilBench.Links;

namespace HilBench.Observing;

/// <summary>One packet of a capture file.</summary>
/// <param name="Number">Number in the file, from 1, as Wireshark counts.</param>
/// <param name="Tap">The interface it was seen on.</param>
/// <param name="At">Its time stamp.</param>
/// <param name="Direction">Which way; null when the file does not tell.</param>
/// <param name="Frame">Its octets, from the tap's link layer up.</param>
/// <param name="OriginalLength">Octets that it had on the link: more than in <paramref name="Frame"/> when the capture program cut it.</param>
public sealed record CapturedPacket(int Number, TapInterface Tap, Instant At, Direction? Direction, ReadOnlyMemory<byte> Frame, long OriginalLength)
{
    /// <summary>Where its stamp was taken; as a rule where those of the tap are.</summary>
    public StampSource Source { get; init; } = Tap.Stamps;
}
