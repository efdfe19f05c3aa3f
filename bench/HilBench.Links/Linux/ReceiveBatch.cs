using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>Memory for some messages that one call takes from a socket. Used from one thread.</summary>
internal sealed unsafe class ReceiveBatch : IDisposable
{
    /// <summary>Messages that one call takes at most.</summary>
    public const int Size = 32;

    private const int OctetsEach = 65_536;
    private const int SenderEach = 128; // struct sockaddr_storage
    private const int ControlEach = 256;

    private readonly MessageSlot* _slots = (MessageSlot*)NativeMemory.AllocZeroed(Size, (nuint)sizeof(MessageSlot));
    private readonly IoVector* _parts = (IoVector*)NativeMemory.AllocZeroed(Size, (nuint)sizeof(IoVector));
    private readonly byte* _octets = (byte*)NativeMemory.Alloc(Size, OctetsEach);
    private readonly byte* _senders = (byte*)NativeMemory.AllocZeroed(Size, SenderEach);
    private readonly byte* _controls = (byte*)NativeMemory.AllocZeroed(Size, ControlEach);

    /// <summary>Takes what waits in a socket, without waiting.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="error">The system's error number; 0 when there are messages.</param>
    /// <returns>Number of messages.</returns>
    public int Take(int socket, out int error)
    {
        for (var i = 0; i < Size; i++)
        {
            _parts[i] = new IoVector { Start = _octets + (i * OctetsEach), Length = OctetsEach };
            _slots[i].Header = new MessageHeader
            {
                Sender = _senders + (i * SenderEach),
                SenderLength = SenderEach,
                Parts = _parts + i,
                PartCount = 1,
                Control = _controls + (i * ControlEach),
                ControlLength = ControlEach,
            };
        }

        var count = LinuxCalls.ReceiveMany(socket, _slots, Size, LinuxCalls.DoNotWait, null);
        error = count < 0 ? Marshal.GetLastPInvokeError() : 0;
        return Math.Max(count, 0);
    }

    /// <summary>The octets of a message.</summary>
    public ReadOnlySpan<byte> Octets(int index) => new(_octets + (index * OctetsEach), (int)Math.Min(_slots[index].Length, OctetsEach));

    /// <summary>The socket address of its sender.</summary>
    public ReadOnlySpan<byte> Sender(int index) => new(_senders + (index * SenderEach), (int)Math.Min(_slots[index].Header.SenderLength, SenderEach));

    /// <summary>When the kernel received it, ns since 1970 of the real-time clock; null when it did not say.</summary>
    public long? Stamp(int index) =>
        ControlMessages.StampIn(new ReadOnlySpan<byte>(_controls + (index * ControlEach), (int)Math.Min(_slots[index].Header.ControlLength, ControlEach)));

    public void Dispose()
    {
        NativeMemory.Free(_slots);
        NativeMemory.Free(_parts);
        NativeMemory.Free(_octets);
        NativeMemory.Free(_senders);
        NativeMemory.Free(_controls);
    }
}
