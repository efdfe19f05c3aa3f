using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Links;

/// <summary>The C library's calls for terminals and pseudo-terminals, with Linux's numbers.</summary>
internal static partial class Terminal
{
    public const int ReadWrite = 0x2;
    public const int NoControllingTerminal = 0x100;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    public const int LockExclusive = 2;
    public const int LockOrFail = 4;

    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int NoDeviceOrAddress = 6;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int NoDevice = 19;

    public const short Readable = 1;

    /// <summary>More than a <c>struct termios</c> of any C library.</summary>
    public const int SettingsOctets = 256;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "isatty", SetLastError = true)]
    public static partial int IsTerminal(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    public static partial SafeFileHandle OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    public static partial int Grant(SafeFileHandle master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int Unlock(SafeFileHandle master);

    /// <summary>Writes the slave's path, ended by a zero octet; returns an error number.</summary>
    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    public static partial int SlaveName(SafeFileHandle master, Span<byte> name, nuint length);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetSettings(SafeFileHandle terminal, Span<byte> settings);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(Span<byte> settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetSettings(SafeFileHandle terminal, int when, ReadOnlySpan<byte> settings);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial SafeFileHandle OpenEvent(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(Span<Awaited> awaited, nuint count, int timeoutMilliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(SafeFileHandle file, Span<byte> octets, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(SafeFileHandle file, ReadOnlySpan<byte> octets, nuint length);

    /// <summary>A <c>struct pollfd</c>.</summary>
    /// <param name="File">Descriptor.</param>
    /// <param name="Events">What is waited for.</param>
    /// <param name="Happened">What happened.</param>
    [StructLayout(LayoutKind.Sequential)]
    public record struct Awaited(int File, short Events, short Happened);
}
