using HilBench.Links;

namespace HilBench.Drivers.Doctor;

/// <summary>The machine that the bench runs on, as far as the checks ask. Tests put another in its place.</summary>
public interface IMachine
{
    /// <summary>Path of the program that runs.</summary>
    string Program { get; }

    /// <summary>Text of a file; null when it cannot be read.</summary>
    string? ReadText(string path);

    /// <summary>Paths of what is in a folder and begins with a name; none when there is no such folder.</summary>
    IReadOnlyList<string> List(string folder, string beginning);

    /// <summary>Path of a program on the search path; null when there is none.</summary>
    string? FindProgram(string name);

    /// <summary>An environment variable; null when it is not set.</summary>
    string? Variable(string name);

    /// <summary>Whether a port of 127.0.0.1 can be listened on.</summary>
    PortState StateOf(RigPort port);

    /// <summary>Free octets where a folder is or would be; null when nothing can be written there.</summary>
    long? RoomFor(string folder);

    /// <summary>Asks a Docker daemon whether it is there.</summary>
    /// <param name="socket">Path of its socket.</param>
    DaemonState AskDocker(string socket);

    /// <summary>Sends datagrams over loopback.</summary>
    /// <returns>How many arrived, and how many of these the kernel stamped.</returns>
    (int Arrived, int Stamped) MeasureStamps();

    /// <summary>Measures how late the bench's timers run.</summary>
    LatenessStatistics MeasureTimers();

    /// <summary>Whether the system lets a run go before the other programs.</summary>
    bool AllowsRealTimePriority();
}
