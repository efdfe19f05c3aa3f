namespace HilBench.Links;

/// <summary>
/// A stream of octets in memory with two ends: what one sends the other receives, in order, after a fixed delay, in chunks that are cut as a
/// carrier would cut them. For the virtual clock as for the wall clock.
/// </summary>
public sealed class MemoryStreamWire
{
    private readonly Action<string> _lose;

    /// <summary>Lays the wire.</summary>
    /// <param name="loop">Loop that carries the octets.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="delay">Time from sending to arrival, zero or more.</param>
    /// <param name="cut">Octets of the next chunk, given how many are left of what was sent; values outside 1 to that are brought into it. Null: as sent.</param>
    public MemoryStreamWire(EventLoop loop, string name, TimeSpan delay, Func<int, int>? cut = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        var a = new MemoryStreamPort(loop, name + ".a", delay, cut);
        var b = new MemoryStreamPort(loop, name + ".b", delay, cut);
        a.Peer = b;
        b.Peer = a;
        _lose = a.Lose;
        _lose += b.Lose;
        A = a;
        B = b;
    }

    /// <summary>One end.</summary>
    public IStreamPort A { get; }

    /// <summary>The other end.</summary>
    public IStreamPort B { get; }

    /// <summary>Pulls the plug: what is on its way is lost, and both ends are told.</summary>
    public void Pull() => _lose("the wire was pulled.");
}
