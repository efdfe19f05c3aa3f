using System.Runtime.InteropServices;

namespace HilBench.Watch.Serving;

/// <summary>Puts a thread behind those of the run: what is shown may come later, a timer of the run may not.</summary>
internal static partial class BackgroundThread
{
    private const int ProcessPriority = 0;

    // A tenth of an ordinary thread's share. Not the least there is: on a machine full of other work a thread of the page must still come to the end
    // of what the whole process waits for, such as a collection of garbage.
    private const int Nice = 10;

    /// <summary>Gives the calling thread, and those that it starts, a small share of the processor. Where the system refuses, all stays as it is.</summary>
    public static void Yield()
    {
        if (OperatingSystem.IsLinux())
        {
            // setpriority(2): in Linux the nice value is a thread's own, and 0 is the thread that calls.
            _ = SetPriority(ProcessPriority, 0, Nice);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, uint who, int priority);
}
