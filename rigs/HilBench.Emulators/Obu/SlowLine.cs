using HilBench.Links;

namespace HilBench.Emulators.Obu;

/// <summary>
/// A serial port whose receiver is set to a slow rate: it takes octets one by one in their time, and what comes while its buffer is full is lost,
/// as of a sender that does not know the rate.
/// </summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="octetsPerSecond">What the receiver takes.</param>
/// <param name="taken">Gets what was taken.</param>
internal sealed class SlowLine(EventLoop loop, int octetsPerSecond, Action<ReadOnlyMemory<byte>> taken)
{
    private const int BufferOctets = 256;

    private Instant _freeAt;

    /// <summary>Octets that were lost.</summary>
    public long Overrun { get; private set; }

    public void Add(ReadOnlySpan<byte> chunk)
    {
        var now = loop.Now;
        var free = _freeAt > now ? _freeAt : now;
        var waiting = (int)((free - now).TotalSeconds * octetsPerSecond);
        var room = Math.Clamp(BufferOctets - waiting, 0, chunk.Length);
        Overrun += chunk.Length - room;
        if (room > 0)
        {
            _freeAt = free + TimeSpan.FromSeconds((double)room / octetsPerSecond);
            var octets = chunk[..room].ToArray();
            loop.Schedule(_freeAt, () => taken(octets));
        }
    }
}
