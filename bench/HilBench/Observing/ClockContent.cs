using HilBench.Links;

namespace HilBench.Observing;

/// <summary>The bench's own clock: one of its timers ran late (tap <c>bench.clock</c>).</summary>
/// <param name="Deadline">When it should have run.</param>
/// <param name="Lateness">How much later it ran.</param>
public sealed record ClockContent(Instant Deadline, TimeSpan Lateness) : Content;
