namespace HilBench.Links;

/// <summary>What the event loop asks of a clock.</summary>
internal abstract class LoopClock
{
    /// <summary>Which clock it is.</summary>
    public abstract ClockKind Kind { get; }

    /// <summary>Its time.</summary>
    public abstract Instant Now { get; }

    /// <summary>Waits until the instant (null: without end) or until woken, whichever is first.</summary>
    public abstract void WaitUntil(Instant? deadline, AutoResetEvent wake);
}
