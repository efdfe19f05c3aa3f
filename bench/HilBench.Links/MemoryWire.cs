namespace HilBench.Links;

/// <summary>A wire in memory with two ends: each receives what the other sends, in order, after a fixed delay.</summary>
public sealed class MemoryWire
{
    /// <summary>Lays the wire.</summary>
    /// <param name="loop">Loop that carries the datagrams.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="delay">Time from sending to arrival, zero or more.</param>
    public MemoryWire(EventLoop loop, string name, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        var a = new MemoryPort(loop, name + ".a", delay);
        var b = new MemoryPort(loop, name + ".b", delay);
        a.Peer = b;
        b.Peer = a;
        A = a;
        B = b;
    }

    /// <summary>One end.</summary>
    public IDatagramPort A { get; }

    /// <summary>The other end.</summary>
    public IDatagramPort B { get; }
}
