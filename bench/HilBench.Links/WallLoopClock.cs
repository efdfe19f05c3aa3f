using System.Diagnostics;

namespace HilBench.Links;

/// <summary>UTC, anchored once to the monotonic clock.</summary>
internal sealed class WallLoopClock : LoopClock
{
    private const long SpinNanoseconds = 1_500_000;

    private readonly long _anchorTicks;
    private readonly Instant _anchor;

    public WallLoopClock()
    {
        _anchor = Instant.FromUtc(DateTimeOffset.UtcNow);
        _anchorTicks = Stopwatch.GetTimestamp();
    }

    public override ClockKind Kind => ClockKind.Wall;

    public override Instant Now
    {
        get
        {
            var ticks = Stopwatch.GetTimestamp() - _anchorTicks;
            return new Instant(_anchor.UnixNanoseconds + (long)(ticks * (1_000_000_000.0 / Stopwatch.Frequency)));
        }
    }

    public override void WaitUntil(Instant? deadline, AutoResetEvent wake)
    {
        if (deadline is not { } next)
        {
            wake.WaitOne();
            return;
        }

        var left = next.NanosecondsSince(Now);
        if (left > SpinNanoseconds)
        {
            // Sleep with millisecond timers up to shortly before the deadline; spin for the rest.
            var milliseconds = Math.Min((left - SpinNanoseconds) / 1_000_000, int.MaxValue - 1);
            if (milliseconds > 0)
            {
                wake.WaitOne((int)milliseconds);
                return;
            }
        }

        while (Now < next)
        {
            if (wake.WaitOne(0))
            {
                return;
            }

            Thread.SpinWait(20);
        }
    }
}
