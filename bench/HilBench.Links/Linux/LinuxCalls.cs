using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>The calls of the Linux C library that .NET does not offer, and the numbers that go with them (x86-64 and arm64 have the same).</summary>
internal static unsafe partial class LinuxCalls
{
    public const int TryAgain = 11; // EAGAIN
    public const int Interrupted = 4; // EINTR
    public const int NotPermitted = 1; // EPERM
    public const int SocketLevel = 1; // SOL_SOCKET
    public const int TimestampingOption = 37; // SO_TIMESTAMPING, and the type of its control message
    public const int MemoryOption = 55; // SO_MEMINFO
    public const int TimestampTransmit = 1 << 1; // SOF_TIMESTAMPING_TX_SOFTWARE
    public const int TimestampReceive = 1 << 3; // SOF_TIMESTAMPING_RX_SOFTWARE
    public const int TimestampSoftware = 1 << 4; // SOF_TIMESTAMPING_SOFTWARE: report them
    public const int TimestampNumber = 1 << 7; // SOF_TIMESTAMPING_OPT_ID: number what was sent
    public const int TimestampOnly = 1 << 11; // SOF_TIMESTAMPING_OPT_TSONLY: no copy of what was sent
    public const int DoNotWait = 0x40; // MSG_DONTWAIT
    public const int ErrorQueue = 0x2000; // MSG_ERRQUEUE
    public const int Readable = 1; // EPOLLIN
    public const int AddToPoll = 1; // EPOLL_CTL_ADD
    public const int RemoveFromPoll = 2; // EPOLL_CTL_DEL
    public const int CloseOnExec = 0x80000; // EPOLL_CLOEXEC, EFD_CLOEXEC, TFD_CLOEXEC, SOCK_CLOEXEC
    public const int MonotonicClock = 1; // CLOCK_MONOTONIC

    private const string Library = "libc";

    /// <summary>Whether the layouts here are those of this machine.</summary>
    public static bool Known =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64 && BitConverter.IsLittleEndian;

    [LibraryImport(Library, EntryPoint = "recvmmsg", SetLastError = true)]
    public static partial int ReceiveMany(int socket, MessageSlot* slots, uint count, int flags, void* timeout);

    [LibraryImport(Library, EntryPoint = "recvmsg", SetLastError = true)]
    public static partial nint ReceiveOne(int socket, MessageHeader* header, int flags);

    [LibraryImport(Library, EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetOption(int socket, int level, int option, void* value, uint length);

    [LibraryImport(Library, EntryPoint = "getsockopt", SetLastError = true)]
    public static partial int GetOption(int socket, int level, int option, void* value, uint* length);

    [LibraryImport(Library, EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int CreatePoll(int flags);

    [LibraryImport(Library, EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int ChangePoll(int poll, int operation, int file, void* pollEvent);

    [LibraryImport(Library, EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int WaitPoll(int poll, void* events, int most, int timeoutMilliseconds);

    [LibraryImport(Library, EntryPoint = "eventfd", SetLastError = true)]
    public static partial int CreateEvent(uint value, int flags);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, void* octets, nuint length);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, void* octets, nuint length);

    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PolledFile* files, nuint count, int timeoutMilliseconds);

    [LibraryImport(Library, EntryPoint = "timerfd_create", SetLastError = true)]
    public static partial int CreateTimer(int clock, int flags);

    [LibraryImport(Library, EntryPoint = "timerfd_settime", SetLastError = true)]
    public static partial int SetTimer(int timer, int flags, TimerSetting* setting, TimerSetting* before);

    [LibraryImport(Library, EntryPoint = "sched_getscheduler", SetLastError = true)]
    public static partial int SchedulerOf(int thread);

    [LibraryImport(Library, EntryPoint = "sched_setscheduler", SetLastError = true)]
    public static partial int SetScheduler(int thread, int policy, int* priority);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    /// <summary>Whether an error says that what was sent could not arrive: ENETDOWN, ENETUNREACH, ECONNRESET, ECONNREFUSED, EHOSTDOWN, EHOSTUNREACH.</summary>
    public static bool IsUnreachable(int error) => error is 100 or 101 or 104 or 111 or 112 or 113;

    /// <summary>Asks the kernel for software time stamps of what a socket receives.</summary>
    public static bool TrySetStamps(int socket, int flags) => SetOption(socket, SocketLevel, TimestampingOption, &flags, sizeof(int)) == 0;

    /// <summary>Messages that the kernel threw away because the socket's buffer was full; null when it does not tell.</summary>
    public static long? Dropped(int socket)
    {
        // SO_MEMINFO gives nine numbers; the last, SK_MEMINFO_DROPS, is what SO_RXQ_OVFL would attach to the next message that arrives.
        const int Numbers = 9;
        var values = stackalloc uint[Numbers];
        var length = Numbers * (uint)sizeof(uint);
        return GetOption(socket, SocketLevel, MemoryOption, values, &length) == 0 && length == Numbers * sizeof(uint) ? values[Numbers - 1] : null;
    }
}
