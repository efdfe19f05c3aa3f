namespace HilBench.Links;

/// <summary>The loop's clock as a <see cref="TimeProvider"/>; its timers call back on the loop.</summary>
internal sealed class LoopTimeProvider(EventLoop loop) : TimeProvider
{
    public override long TimestampFrequency => 1_000_000_000;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => loop.Now.ToUtc();

    public override long GetTimestamp() => loop.Now.UnixNanoseconds;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ProviderTimer(loop, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
