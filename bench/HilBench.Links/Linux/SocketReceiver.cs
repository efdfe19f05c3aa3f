using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>
/// The one thread that receives for all sockets of an event loop: it sleeps until the kernel has something, then takes it in batches. What waits
/// meanwhile has its stamp from the kernel already, so that it does not matter when the thread gets to it.
/// </summary>
internal sealed unsafe class SocketReceiver : IDisposable
{
    private const int EventsAtOnce = 64;

    // struct epoll_event is packed on x86-64 only.
    private static readonly int EventOctets = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int KeyOffset = EventOctets - 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (int Socket, ISocketReader Reader)> _readers = [];
    private readonly ReceiveBatch _batch = new();
    private readonly KernelClock _clock;
    private readonly Action<Exception> _fault;
    private readonly Thread _thread;
    private readonly int _poll;
    private readonly int _wake;
    private long _nextKey = 1;
    private bool _ended;

    private SocketReceiver(KernelClock clock, Action<Exception> fault, int poll, int wake)
    {
        (_clock, _fault, _poll, _wake) = (clock, fault, poll, wake);
        Change(LinuxCalls.AddToPoll, wake, 0);
        _thread = new Thread(Work) { IsBackground = true, Name = "receive" };
        _thread.Start();
    }

    /// <summary>Starts the thread; null where this machine does not allow it.</summary>
    public static SocketReceiver? TryStart(KernelClock clock, Action<Exception> fault)
    {
        if (!LinuxCalls.Known)
        {
            return null;
        }

        try
        {
            var poll = LinuxCalls.CreatePoll(LinuxCalls.CloseOnExec);
            var wake = LinuxCalls.CreateEvent(0, LinuxCalls.CloseOnExec);
            if (poll >= 0 && wake >= 0)
            {
                return new SocketReceiver(clock, fault, poll, wake);
            }

            _ = poll < 0 ? 0 : LinuxCalls.Close(poll);
            _ = wake < 0 ? 0 : LinuxCalls.Close(wake);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A program linked statically without these calls.
        }

        return null;
    }

    /// <summary>Begins to receive for a socket.</summary>
    /// <returns>The key to remove it with; null when it cannot be watched.</returns>
    public long? Add(int socket, ISocketReader reader)
    {
        lock (_gate)
        {
            var key = _nextKey++;
            if (_ended || Change(LinuxCalls.AddToPoll, socket, key) != 0)
            {
                return null;
            }

            _readers.Add(key, (socket, reader));
            return key;
        }
    }

    /// <summary>Ends receiving for a socket. When this returns, its reader is not called any more and the socket may be closed.</summary>
    public void Remove(long key)
    {
        lock (_gate)
        {
            if (_readers.Remove(key, out var entry) && !_ended)
            {
                Change(LinuxCalls.RemoveFromPoll, entry.Socket, 0);
            }
        }
    }

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            _readers.Clear();
        }

        var one = 1L;
        LinuxCalls.Write(_wake, &one, sizeof(long));
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    private int Change(int operation, int file, long key)
    {
        Span<byte> octets = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(octets, LinuxCalls.Readable);
        BinaryPrimitives.WriteInt64LittleEndian(octets[KeyOffset..], key);
        fixed (byte* start = octets)
        {
            return LinuxCalls.ChangePoll(_poll, operation, file, start);
        }
    }

    private void Work()
    {
        Span<byte> events = stackalloc byte[16 * EventsAtOnce];
        try
        {
            while (!Volatile.Read(ref _ended))
            {
                int count;
                fixed (byte* start = events)
                {
                    count = LinuxCalls.WaitPoll(_poll, start, EventsAtOnce, -1);
                }

                for (var i = 0; i < count; i++)
                {
                    Read(BinaryPrimitives.ReadInt64LittleEndian(events[((i * EventOctets) + KeyOffset)..]));
                }
            }
        }
        catch (Exception exception)
        {
            _fault(exception);
        }
        finally
        {
            _batch.Dispose();
            LinuxCalls.Close(_poll);
            LinuxCalls.Close(_wake);
        }
    }

    // One batch each turn, so that no socket makes the others wait: the kernel tells again of one that has more.
    private void Read(long key)
    {
        lock (_gate)
        {
            if (!_readers.TryGetValue(key, out var entry))
            {
                return;
            }

            var count = _batch.Take(entry.Socket, out var error);
            if (count > 0)
            {
                _clock.Read();
                entry.Reader.Arrived(_batch, count, _clock);
            }
            else if (error is not (0 or LinuxCalls.TryAgain or LinuxCalls.Interrupted) && !entry.Reader.Failed(error))
            {
                _readers.Remove(key);
                Change(LinuxCalls.RemoveFromPoll, entry.Socket, 0);
            }
        }
    }
}
