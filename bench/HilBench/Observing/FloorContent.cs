using HilBench.Links;

namespace HilBench.Observing;

/// <summary>The bench's own timing floor, measured before the run over loopback (tap <c>bench.clock</c>).</summary>
/// <param name="Floor">The self-test's result.</param>
public sealed record FloorContent(FloorMeasurement Floor) : Content;
