namespace HilBench.Links;

/// <summary>A time stamp and where it was taken.</summary>
/// <param name="At">The time.</param>
/// <param name="Source">How near to the wire it was taken.</param>
public readonly record struct Stamp(Instant At, StampSource Source);
