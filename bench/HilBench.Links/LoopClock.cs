namespace HilBench.Links;

/// <summary>What the event loop asks of a clock.</summary>
internal abstract class LoopClock : IDisposable
{
    /// <summary>Which clock it is.</summary>
    public abstract ClockKind Kind { get; }

    /// <summary>Its time.</summary>
    public abstract Instant Now { get; }

    /// <summary>Waits until the instant (null: without end) or until woken, whichever is first; may also return before either.</summary>
    public abstract void WaitUntil(Instant? deadline);

    /// <summary>Ends the wait that goes on, or the next one; from any thread.</summary>
    public abstract void Wake();

    /// <summary>The thread that calls is about to wait often, and exactly, until what this returns is disposed; null where nothing was changed for it.</summary>
    public virtual IDisposable? Attend() => null;

    /// <inheritdoc/>
    public abstract void Dispose();
}
