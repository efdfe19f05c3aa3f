using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>
/// A sleep that the kernel times in nanoseconds: poll(2) on an eventfd(2) and a timerfd_create(2). The time goes on while the process is frozen
/// (<c>docker pause</c>), where that of ppoll(2) would begin anew with what was left.
/// </summary>
internal sealed unsafe class KernelSleep : LoopSleep
{
    private const long Second = 1_000_000_000;
    private readonly int _event;
    private readonly int _timer;
    private int _woken;
    private int _closed;

    private KernelSleep(int wakes, int timer) => (_event, _timer) = (wakes, timer);

    /// <summary>Makes one; null where the machine has none.</summary>
    public static KernelSleep? TryCreate()
    {
        if (!LinuxCalls.Known)
        {
            return null;
        }

        try
        {
            var wakes = LinuxCalls.CreateEvent(0, LinuxCalls.CloseOnExec);
            var timer = LinuxCalls.CreateTimer(LinuxCalls.MonotonicClock, LinuxCalls.CloseOnExec);
            if (wakes >= 0 && timer >= 0)
            {
                return new KernelSleep(wakes, timer);
            }

            _ = wakes < 0 ? 0 : LinuxCalls.Close(wakes);
            _ = timer < 0 ? 0 : LinuxCalls.Close(timer);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A program linked statically without these calls.
        }

        return null;
    }

    public override void Sleep(long? most)
    {
        if (Volatile.Read(ref _woken) == 0)
        {
            var watched = stackalloc PolledFile[2];
            watched[0] = new PolledFile { File = _event, Events = LinuxCalls.Readable };
            watched[1] = new PolledFile { File = _timer, Events = LinuxCalls.Readable };
            if (most is { } time)
            {
                // Once, after this time; 0 would mean never. What the timer said before is forgotten by this.
                var (seconds, nanoseconds) = Math.DivRem(Math.Max(1, time), Second);
                var once = new TimerSetting { First = new KernelTime { Seconds = (nint)seconds, Nanoseconds = (nint)nanoseconds } };
                _ = LinuxCalls.SetTimer(_timer, 0, &once, null);
            }

            _ = LinuxCalls.Poll(watched, most is null ? 1u : 2u, -1);
        }

        TryTakeWake();
    }

    public override bool TryTakeWake()
    {
        if (Volatile.Read(ref _woken) == 0)
        {
            return false;
        }

        // Taken before the mark is: who wakes in between writes nothing, and what he has to say is seen by whoever was woken. The other way round
        // would take two wakes at once and wait for the second for ever.
        long count;
        while (LinuxCalls.Read(_event, &count, sizeof(long)) < 0 && Marshal.GetLastPInvokeError() == LinuxCalls.Interrupted)
        {
            // A signal came in between.
        }

        Volatile.Write(ref _woken, 0);
        return true;
    }

    public override void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            var one = 1L;
            _ = LinuxCalls.Write(_event, &one, sizeof(long));
        }
    }

    public override void Dispose()
    {
        // Once: the kernel gives the numbers to the next files.
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _ = LinuxCalls.Close(_event);
            _ = LinuxCalls.Close(_timer);
        }
    }
}
