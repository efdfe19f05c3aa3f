namespace HilBench.Links;

/// <summary>A timer of <see cref="LoopTimeProvider"/>.</summary>
internal sealed class ProviderTimer(EventLoop loop, TimerCallback callback, object? state) : ITimer
{
    private IDisposable? _pending;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        _pending?.Dispose();
        _pending = null;
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return true;
        }

        var first = loop.Now + dueTime;
        _pending = period > TimeSpan.Zero
            ? loop.Every(first, period, _ => callback(state))
            : loop.Schedule(first, () => callback(state));
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        _pending?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
