using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>An agent's SNMP engine: its name, its clock, and what it counts (RFC 3414 2.2, 5).</summary>
internal sealed class AgentEngine(EventLoop loop, EngineId id, int boots)
{
    /// <summary>A message is in time when its clock differs by this much at most (RFC 3414 2.2.3).</summary>
    public const int WindowSeconds = 150;

    private readonly Instant _start = loop.Now;
    private ulong _salt = (ulong)loop.Now.UnixNanoseconds;

    public EngineId Id => id;

    public int Boots => boots;

    /// <summary>Seconds since the engine started.</summary>
    public int Time => (int)Math.Clamp((loop.Now - _start).TotalSeconds, 0, int.MaxValue);

    /// <summary>Hundredths of a second since the engine started, as sysUpTime counts them.</summary>
    public uint UpTime => unchecked((uint)((loop.Now - _start).Ticks / (TimeSpan.TicksPerSecond / 100)));

    public UsmStatistics Statistics { get; } = new();

    /// <summary>A salt that was not used before.</summary>
    public ulong NextSalt() => ++_salt;

    /// <summary>RFC 3414 3.2 (7) (a).</summary>
    public bool IsInTime(UsmHead head) =>
        boots != int.MaxValue && head.Boots == boots && Math.Abs((long)head.Time - Time) <= WindowSeconds;
}
