using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>When a timer of the kernel is due: struct itimerspec (timerfd_settime(2)).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimerSetting
{
    /// <summary>Time between the following ones; 0 for none.</summary>
    public KernelTime Period;

    /// <summary>Time to the first one; 0 for never.</summary>
    public KernelTime First;
}
