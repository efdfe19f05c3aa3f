using HilBench.Drivers.Doctor;
using HilBench.Links;

namespace HilBench.Tests.Drivers.Doctor;

/// <summary>A machine on paper: a test says what it has. As it begins, it has everything.</summary>
internal sealed class PaperMachine : IMachine
{
    public string Program => "/opt/hilbench/hilbench";

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal)
    {
        ["/proc/self/status"] = "Name:\thilbench\nUid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\nGroups:\t20 1000 \nCapEff:\t0000000000002000\n",
        ["/etc/group"] = "root:x:0:\ndialout:x:20:qa\n",
        ["/proc/sys/net/core/rmem_max"] = "8388608\n",
    };

    public Dictionary<string, string[]> Folders { get; } = new(StringComparer.Ordinal)
    {
        ["/dev"] = ["/dev/ptp0", "/dev/ttyUSB0"],
        ["/usr/sbin"] = ["/usr/sbin/gpsd", "/usr/sbin/mosquitto", "/usr/sbin/snmpd"],
    };

    public HashSet<string> Programs { get; } = ["chromium", "tshark", "snmpget", "socat"];

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public Dictionary<int, PortState> Ports { get; } = [];

    public long? Room { get; set; } = 12_000_000_000;

    public DaemonState Docker { get; set; } = DaemonState.Answers;

    public (int Arrived, int Stamped) Stamps { get; set; } = (50, 50);

    public LatenessStatistics Lateness { get; set; } = new(200, TimeSpan.FromMilliseconds(0.4), TimeSpan.FromMilliseconds(1.2));

    public bool RealTimePriority { get; set; } = true;

    public string? ReadText(string path) => Texts.GetValueOrDefault(path);

    public IReadOnlyList<string> List(string folder, string beginning) =>
        [.. Folders.GetValueOrDefault(folder, []).Where(path => Path.GetFileName(path).StartsWith(beginning, StringComparison.Ordinal))];

    public string? FindProgram(string name) => Programs.Contains(name) ? $"/usr/bin/{name}" : null;

    public string? Variable(string name) => Variables.GetValueOrDefault(name);

    public PortState StateOf(RigPort port) => Ports.GetValueOrDefault(port.Number);

    public long? RoomFor(string folder) => Room;

    public DaemonState AskDocker(string socket) => Docker;

    public (int Arrived, int Stamped) MeasureStamps() => Stamps;

    public LatenessStatistics MeasureTimers() => Lateness;

    public bool AllowsRealTimePriority() => RealTimePriority;
}
