using System.Globalization;

namespace HilBench.Drivers.Docker;

/// <summary>Which bench a container belongs to: labels that name the process, so that what a killed bench left can be told from what another one runs.</summary>
internal static class BenchOwner
{
    /// <summary>Label of everything that the bench makes in Docker.</summary>
    public const string Mark = "hilbench";

    private const string Process = "hilbench.owner.process";
    private const string Started = "hilbench.owner.started";
    private const string Space = "hilbench.owner.pid-namespace";

    /// <summary>The labels of a container of this process.</summary>
    /// <param name="device">Name of the device.</param>
    public static Dictionary<string, string> Labels(string device) => new(StringComparer.Ordinal)
    {
        [Mark] = device,
        [Process] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        [Started] = StartOf(Environment.ProcessId) ?? string.Empty,
        [Space] = Namespace,
    };

    /// <summary>True when the process that labels name is of this system and has ended.</summary>
    public static bool IsGone(IDictionary<string, string> labels) =>
        labels.TryGetValue(Space, out var space) && space == Namespace
        && labels.TryGetValue(Process, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && labels.TryGetValue(Started, out var started) && StartOf(process) != started;

    // A process of another namespace has a number that says nothing here.
    private static string Namespace => new FileInfo("/proc/self/ns/pid").LinkTarget ?? string.Empty;

    // proc(5): field 22 of stat, clock ticks since boot. Numbers of processes are used again; with the start they are one process's only.
    private static string? StartOf(int process)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields.Length > 19 && fields[0] is not ("Z" or "X") ? fields[19] : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
