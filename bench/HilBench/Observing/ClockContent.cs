using HilBench.Links;

namespace HilBench.Observing;

/// <summary>The bench's own clock, or that of an emulator which it hosts in a container: a timer ran late (tap <c>bench.clock</c>).</summary>
/// <param name="Deadline">When it should have run.</param>
/// <param name="Lateness">How much later it ran.</param>
public sealed record ClockContent(Instant Deadline, TimeSpan Lateness) : Content
{
    /// <summary>The emulator whose timer it was; null for the bench itself.</summary>
    public string? Device { get; init; }
}
