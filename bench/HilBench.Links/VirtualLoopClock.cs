namespace HilBench.Links;

/// <summary>A clock that moves only when the loop has nothing else to do.</summary>
internal sealed class VirtualLoopClock(Instant start) : LoopClock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly AutoResetEvent _wake = new(initialState: false);
    private Instant _now = start;

    public override ClockKind Kind => ClockKind.Virtual;

    public override Instant Now => _now;

    public override void WaitUntil(Instant? deadline)
    {
        if (deadline is { } next)
        {
            _now = next > _now ? next : _now;
            return;
        }

        // Work that left the loop (a file, a thread pool task) may still come back; simulated work never does.
        if (!_wake.WaitOne(Patience))
        {
            throw new InvalidOperationException(
                $"The virtual clock stands at {_now} with nothing left to wait for: no timer and no message can wake the run any more. " +
                "Something awaits what nobody will ever send: give that wait a timeout on the loop's Time.");
        }
    }

    public override void Wake() => _wake.Set();

    public override void Dispose() => _wake.Dispose();
}
