using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>Memory for a message (struct iovec).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IoVector
{
    public byte* Start;
    public nuint Length;
}
