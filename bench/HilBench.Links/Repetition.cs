namespace HilBench.Links;

/// <summary>Calls at first, first + period, first + 2 × period …</summary>
internal sealed class Repetition(EventLoop loop, Instant first, TimeSpan period, Action<Instant> tick) : IDisposable
{
    private Instant _next = first;
    private LoopTimer? _timer;
    private bool _ended;

    public void Arm()
    {
        _timer = new LoopTimer(_next, Fire);
        loop.Enqueue(_timer);
    }

    public void Dispose()
    {
        _ended = true;
        _timer?.Dispose();
    }

    private void Fire()
    {
        var deadline = _next;
        _next += period;
        tick(deadline);
        if (!_ended)
        {
            Arm();
        }
    }
}
