using System.Globalization;
using System.Net;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>The UDP sockets of this process, as the kernel lists them.</summary>
internal static class OwnSockets
{
    private const string Any = "00000000:0000";

    /// <summary>Those that take datagrams from anybody.</summary>
    public static IPEndPoint[] Listening() => [.. Read().Where(socket => socket.Remote == Any).Select(socket => socket.Local)];

    /// <summary>All of them.</summary>
    public static IPEndPoint[] All() => [.. Read().Select(socket => socket.Local)];

    private static IEnumerable<(IPEndPoint Local, string Remote)> Read()
    {
        var own = Directory.GetFiles("/proc/self/fd")
            .Select(Target)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. File.ReadLines("/proc/net/udp").Skip(1)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(columns => own.Contains($"socket:[{columns[9]}]"))
                .Select(columns => (EndPoint(columns[1]), columns[2])),
        ];
    }

    // What was open when the folder was listed may be closed by now.
    private static string? Target(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static IPEndPoint EndPoint(string text)
    {
        var parts = text.Split(':');
        return new IPEndPoint(
            new IPAddress(uint.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
