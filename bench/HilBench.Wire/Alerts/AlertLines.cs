namespace HilBench.Wire.Alerts;

/// <summary>Cuts a stream into lines of JSON. A line that is longer than any alert is dropped to its end; empty lines are skipped.</summary>
public sealed class AlertLines
{
    /// <summary>Octets of the longest line that is kept: 4096.</summary>
    public const int LongestLine = 4096;

    private readonly byte[] _line = new byte[LongestLine];
    private int _length;
    private bool _overlong;

    /// <summary>Lines that were dropped because they were too long.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes a chunk as the carrier cut it.</summary>
    /// <param name="chunk">Octets of the stream.</param>
    /// <param name="taken">Called for each line that ends in it, without its line end. The octets are its own.</param>
    public void Add(ReadOnlySpan<byte> chunk, Action<ReadOnlyMemory<byte>> taken)
    {
        while (chunk.Length > 0)
        {
            var end = chunk.IndexOf((byte)'\n');
            Keep(end < 0 ? chunk : chunk[..end]);
            if (end < 0)
            {
                return;
            }

            chunk = chunk[(end + 1)..];
            End(taken);
        }
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        _overlong |= part.Length > LongestLine - _length;
        if (!_overlong)
        {
            part.CopyTo(_line.AsSpan(_length));
            _length += part.Length;
        }
    }

    private void End(Action<ReadOnlyMemory<byte>> taken)
    {
        var line = _line.AsSpan(0, _length).TrimEnd((byte)'\r').ToArray();
        var dropped = _overlong;
        (_length, _overlong) = (0, false);
        if (dropped)
        {
            Dropped++;
        }
        else if (line.Length > 0)
        {
            taken(line);
        }
    }
}
