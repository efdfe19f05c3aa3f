namespace HilBench.Watch.Following;

/// <summary>How late the timers of one clock ran.</summary>
/// <param name="Device">The emulator whose clock it is; null for the bench itself.</param>
/// <param name="Worst">The most that one ran late; zero when none did by 1 ms or more.</param>
/// <param name="Count">How many ran 1 ms or more late.</param>
/// <param name="At">When the worst was, since the first packet.</param>
internal sealed record Lateness(string? Device, TimeSpan Worst, long Count, TimeSpan At);
