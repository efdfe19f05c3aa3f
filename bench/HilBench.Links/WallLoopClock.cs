using System.Diagnostics;
using HilBench.Links.Linux;

namespace HilBench.Links;

/// <summary>UTC, anchored once to the monotonic clock.</summary>
internal sealed class WallLoopClock : LoopClock
{
    // How long before a deadline a thread must be awake: the scheduler gives others their slice first, but not before a real-time thread.
    private const long OrdinarySpin = 1_500_000;
    private const long RealTimeSpin = 200_000;
    private const long FinestSleep = 50_000;

    private readonly LoopSleep _sleep = LoopSleep.Create();
    private readonly long _anchorTicks;
    private readonly Instant _anchor;
    private long _spin = OrdinarySpin;

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

    public override void WaitUntil(Instant? deadline)
    {
        if (deadline is not { } next)
        {
            _sleep.Sleep(null);
            return;
        }

        // Sleep up to shortly before the deadline; spin for the rest.
        var left = next.NanosecondsSince(Now) - _spin;
        if (left >= FinestSleep)
        {
            _sleep.Sleep(left);
            return;
        }

        while (Now < next && !_sleep.TryTakeWake())
        {
            Thread.SpinWait(20);
        }
    }

    public override void Wake() => _sleep.Wake();

    public override IDisposable? Attend()
    {
        var priority = RealTimePriority.TryTake();
        _spin = priority is null ? OrdinarySpin : RealTimeSpin;
        return priority;
    }

    public override void Dispose() => _sleep.Dispose();
}
