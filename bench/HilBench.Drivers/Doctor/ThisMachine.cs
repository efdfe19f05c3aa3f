using System.Net;
using System.Net.Sockets;
using HilBench.Links;

namespace HilBench.Drivers.Doctor;

/// <summary>The machine that this process runs on.</summary>
public sealed class ThisMachine : IMachine
{
    private const int Datagrams = 50;
    private const int Timers = 200;
    private const int PingMicroseconds = 2_000_000;
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(4);

    /// <inheritdoc/>
    public string Program => Environment.ProcessPath ?? "hilbench";

    /// <inheritdoc/>
    public string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder, string beginning)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder, beginning + "*").Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public string? FindProgram(string name) => (Variable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public PortState StateOf(RigPort port)
    {
        using var socket = port.IsTcp
            ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port.Number));
            return PortState.Free;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.AccessDenied ? PortState.NotAllowed : PortState.InUse;
        }
    }

    /// <inheritdoc/>
    public long? RoomFor(string folder)
    {
        try
        {
            var existing = Path.GetFullPath(folder);
            while (!Directory.Exists(existing))
            {
                existing = Path.GetDirectoryName(existing)!;
            }

            // Permissions are many things; a file that was there says it all.
            var probe = Path.Combine(existing, Path.GetRandomFileName());
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return new DriveInfo(existing).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public DaemonState AskDocker(string socket)
    {
        try
        {
            using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            connection.Connect(new UnixDomainSocketEndPoint(socket));
            connection.Send("GET /_ping HTTP/1.0\r\n\r\n"u8);
            Span<byte> answer = stackalloc byte[64];
            return connection.Poll(PingMicroseconds, SelectMode.SelectRead) && answer[..connection.Receive(answer)].StartsWith("HTTP/1."u8)
                ? DaemonState.Answers
                : DaemonState.Absent;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            return DaemonState.NotAllowed;
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return DaemonState.Absent;
        }
    }

    /// <inheritdoc/>
    public (int Arrived, int Stamped) MeasureStamps()
    {
        using var loop = EventLoop.CreateWall();
        var (arrived, stamped) = (0, 0);
        loop.Run(async () =>
        {
            await using var receiver = UdpPort.Open(loop, "doctor", new IPEndPoint(IPAddress.Loopback, 0), null);
            await using var sender = UdpPort.Open(loop, "doctor", new IPEndPoint(IPAddress.Loopback, 0), receiver.Local);

            // The kernel begins to stamp a moment after it was asked to.
            await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
            receiver.Received = datagram => (arrived, stamped) = (arrived + 1, stamped + (datagram.At.Source == StampSource.Kernel ? 1 : 0));
            for (var i = 0; i < Datagrams; i++)
            {
                sender.Send(new byte[1]);
                await Task.Delay(TimeSpan.FromMilliseconds(1), loop.Time);
            }

            for (var i = 0; i < 100 && arrived < Datagrams; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            }
        });
        return (arrived, stamped);
    }

    /// <inheritdoc/>
    public LatenessStatistics MeasureTimers()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            var left = Timers;
            var done = new TaskCompletionSource();
            using var ticks = loop.Every(loop.Now + Spacing, Spacing, _ =>
            {
                left--;
                if (left == 0)
                {
                    done.SetResult();
                }
            });
            await done.Task;
        });
        return loop.Lateness;
    }

    /// <inheritdoc/>
    public bool AllowsRealTimePriority()
    {
        using var loop = EventLoop.CreateWall();
        var has = false;
        loop.Run(() =>
        {
            has = loop.HasRealTimePriority;
            return Task.CompletedTask;
        });
        return has;
    }
}
