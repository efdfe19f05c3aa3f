using HilBench.Links.Linux;

namespace HilBench.Links;

/// <summary>How the loop's thread sleeps: for a time, or until it is woken.</summary>
internal abstract class LoopSleep : IDisposable
{
    /// <summary>The finest that this machine has.</summary>
    public static LoopSleep Create() => (LoopSleep?)KernelSleep.TryCreate() ?? new CoarseSleep();

    /// <summary>Sleeps for at most a time, or until <see cref="Wake"/> was called since this or <see cref="TryTakeWake"/> last ended by it.</summary>
    /// <param name="most">The time, in ns, 0 or more; null for without end.</param>
    public abstract void Sleep(long? most);

    /// <summary>Whether <see cref="Wake"/> was called; it counts once.</summary>
    public abstract bool TryTakeWake();

    /// <summary>Ends the sleep that goes on, or the next one; from any thread.</summary>
    public abstract void Wake();

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The sleep of .NET, in whole milliseconds.</summary>
    private sealed class CoarseSleep : LoopSleep
    {
        private const long Millisecond = 1_000_000;
        private readonly AutoResetEvent _wake = new(initialState: false);

        public override void Sleep(long? most) => _wake.WaitOne(most is { } time ? (int)Math.Min(time / Millisecond, int.MaxValue) : Timeout.Infinite);

        public override bool TryTakeWake() => _wake.WaitOne(0);

        public override void Wake() => _wake.Set();

        public override void Dispose() => _wake.Dispose();
    }
}
