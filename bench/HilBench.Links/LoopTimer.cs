namespace HilBench.Links;

/// <summary>One call at one deadline.</summary>
internal sealed class LoopTimer(Instant deadline, Action action) : IDisposable
{
    private volatile bool _cancelled;

    public Instant Deadline { get; } = deadline;

    public bool Cancelled => _cancelled;

    public void Fire() => action();

    public void Dispose() => _cancelled = true;
}
