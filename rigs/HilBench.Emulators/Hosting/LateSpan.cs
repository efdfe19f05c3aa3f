using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>A time in which an emulator's event loop ran late: what it was to do then was done at the end of it.</summary>
/// <param name="Number">Number of the span, from 1; a span that grew is told again under its number.</param>
/// <param name="From">The first deadline that was missed.</param>
/// <param name="Length">From that deadline to when it was served.</param>
public sealed record LateSpan(long Number, Instant From, TimeSpan Length)
{
    /// <summary>When all that was to happen in it had happened.</summary>
    public Instant To => From + Length;
}
