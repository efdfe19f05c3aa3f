using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>A time as the kernel takes it: struct timespec.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct KernelTime
{
    /// <summary>Whole seconds.</summary>
    public nint Seconds;

    /// <summary>The rest, 0 to 999 999 999 ns.</summary>
    public nint Nanoseconds;
}
