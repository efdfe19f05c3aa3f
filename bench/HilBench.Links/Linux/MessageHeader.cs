using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>What recvmsg fills (struct msghdr of 64-bit Linux).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MessageHeader
{
    public byte* Sender;
    public uint SenderLength;
    public IoVector* Parts;
    public nuint PartCount;
    public byte* Control;
    public nuint ControlLength;
    public int Flags;
}
