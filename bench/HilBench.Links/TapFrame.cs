namespace HilBench.Links;

/// <summary>One message as it passed a tap.</summary>
/// <param name="Tap">The tap.</param>
/// <param name="At">When.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Frame">Its octets from the tap's link layer up.</param>
public sealed record TapFrame(TapInterface Tap, Instant At, Direction Direction, ReadOnlyMemory<byte> Frame)
{
    /// <summary>Where its stamp was taken; as a rule where those of the tap are.</summary>
    public StampSource Source { get; init; } = Tap.Stamps;
}
