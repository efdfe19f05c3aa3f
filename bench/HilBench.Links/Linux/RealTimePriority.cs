namespace HilBench.Links.Linux;

/// <summary>
/// Puts a thread before all ordinary ones of the machine, so that its timers run when they are due whatever else wants a processor. Root may,
/// whoever has CAP_SYS_NICE, and whoever has a limit for it (<c>ulimit -r 1</c>).
/// </summary>
internal sealed unsafe class RealTimePriority : IDisposable
{
    private const int Ordinary = 0; // SCHED_OTHER
    private const int RoundRobin = 2; // SCHED_RR
    private const int NotForChildren = 0x40000000; // SCHED_RESET_ON_FORK: threads that it starts are ordinary ones
    private const int Lowest = 1;

    private readonly int _thread = Environment.CurrentManagedThreadId;

    private RealTimePriority()
    {
    }

    /// <summary>Puts the calling thread before the others until what this returns is disposed by it; null where that is not allowed, and where
    /// somebody chose another than the ordinary class for it.</summary>
    public static RealTimePriority? TryTake()
    {
        if (!LinuxCalls.Known)
        {
            return null;
        }

        try
        {
            return (LinuxCalls.SchedulerOf(0) & ~NotForChildren) == Ordinary && Set(RoundRobin, Lowest) ? new RealTimePriority() : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A program linked statically without these calls.
            return null;
        }
    }

    public void Dispose()
    {
        if (_thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException("A thread's priority is given back by the thread that has it.");
        }

        Set(Ordinary, 0);
    }

    // sched(7): who may take a priority by a limit may not take the flag back, which says nothing of an ordinary thread.
    private static bool Set(int policy, int priority) => LinuxCalls.SetScheduler(0, policy | NotForChildren, &priority) == 0;
}
