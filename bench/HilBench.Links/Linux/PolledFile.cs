using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>A file that poll waits for: struct pollfd (poll(2)).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PolledFile
{
    /// <summary>Its number.</summary>
    public int File;

    /// <summary>What is waited for.</summary>
    public short Events;

    /// <summary>What is there.</summary>
    public short Returned;
}
