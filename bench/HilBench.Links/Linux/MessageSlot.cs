using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>One message of many (struct mmsghdr).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MessageSlot
{
    public MessageHeader Header;
    public uint Length;
}
