namespace HilBench.Links.Linux;

/// <summary>A sleep that the kernel times in nanoseconds: ppoll(2) on an eventfd(2).</summary>
internal sealed unsafe class KernelSleep : LoopSleep
{
    private const long Second = 1_000_000_000;
    private readonly int _event;
    private int _woken;

    private KernelSleep(int file) => _event = file;

    /// <summary>Makes one; null where the machine has none.</summary>
    public static KernelSleep? TryCreate()
    {
        if (!LinuxCalls.Known)
        {
            return null;
        }

        try
        {
            var file = LinuxCalls.CreateEvent(0, LinuxCalls.CloseOnExec);
            return file >= 0 ? new KernelSleep(file) : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A program linked statically without these calls.
            return null;
        }
    }

    public override void Sleep(long? most)
    {
        if (Volatile.Read(ref _woken) == 0)
        {
            var watched = new PolledFile { File = _event, Events = LinuxCalls.Readable };
            var (seconds, nanoseconds) = Math.DivRem(most ?? 0, Second);
            var time = new KernelTime { Seconds = (nint)seconds, Nanoseconds = (nint)nanoseconds };
            _ = LinuxCalls.Poll(&watched, 1, most is null ? null : &time, null);
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
        _ = LinuxCalls.Read(_event, &count, sizeof(long));
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

    public override void Dispose() => _ = LinuxCalls.Close(_event);
}
