using System.Text;
using Docker.DotNet;

namespace HilBench.Drivers.Docker;

/// <summary>Copies what a container prints into a file, and keeps the last of it for messages.</summary>
internal sealed class ContainerLog
{
    private const int KeptOctets = 2000;
    private const int ShownLines = 10;

    private readonly Lock _gate = new();
    private readonly MultiplexedStream _source;
    private readonly Stream _file;
    private byte[] _last = [];

    private ContainerLog(MultiplexedStream source, Stream file)
    {
        (_source, _file) = (source, file);
        Copied = Task.Run(CopyAsync);
    }

    /// <summary>Ends when all is copied and the file is closed.</summary>
    public Task Copied { get; }

    /// <summary>The last lines, indented; what to say when there are none.</summary>
    public string LastLines
    {
        get
        {
            lock (_gate)
            {
                var lines = Encoding.UTF8.GetString(_last).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return lines.Length == 0 ? "  (it printed nothing)" : string.Join('\n', lines.TakeLast(ShownLines).Select(line => $"  {line}"));
            }
        }
    }

    /// <summary>Begins to copy.</summary>
    /// <param name="source">What the container prints.</param>
    /// <param name="file">File to write; its folder is made. Null for none.</param>
    public static ContainerLog Follow(MultiplexedStream source, string? file)
    {
        if (file is null)
        {
            return new ContainerLog(source, Stream.Null);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return new ContainerLog(source, new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read));
    }

    private async Task CopyAsync()
    {
        await using var file = _file;
        using var source = _source;
        var buffer = new byte[8192];
        try
        {
            while (await source.ReadOutputAsync(buffer, 0, buffer.Length, CancellationToken.None) is { EOF: false } read)
            {
                Keep(buffer.AsSpan(0, read.Count));
                await file.WriteAsync(buffer.AsMemory(0, read.Count));
                await file.FlushAsync();
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            Keep(Encoding.UTF8.GetBytes($"\n(the log breaks off here: {fault.Message})\n"));
        }
    }

    private void Keep(ReadOnlySpan<byte> octets)
    {
        lock (_gate)
        {
            byte[] all = [.. _last, .. octets];
            _last = all.Length <= KeptOctets ? all : all[^KeptOctets..];
        }
    }
}
