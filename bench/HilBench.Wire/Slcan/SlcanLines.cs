namespace HilBench.Wire.Slcan;

/// <summary>
/// Cuts a stream into SLCAN's lines. A carriage return ends a line; an adapter's BEL (0x07) is an answer by itself; line feeds, which some adapters
/// add, are skipped. A line longer than any that SLCAN knows is dropped to its end.
/// </summary>
public sealed class SlcanLines
{
    /// <summary>Octets of the longest line: an extended frame with 8 octets and a time.</summary>
    public const int LongestLine = 30;

    private readonly byte[] _line = new byte[LongestLine];
    private int _length;
    private bool _overlong;

    /// <summary>Lines that were dropped because they were too long.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes a chunk as the carrier cut it.</summary>
    /// <param name="chunk">Octets of the stream.</param>
    /// <param name="taken">Called for each line, without what ended it, and whether a BEL did. The octets are its own.</param>
    public void Add(ReadOnlySpan<byte> chunk, Action<ReadOnlyMemory<byte>, bool> taken)
    {
        foreach (var octet in chunk)
        {
            switch (octet)
            {
                case SlcanText.Done or SlcanText.NotDone:
                    End(octet == SlcanText.NotDone, taken);
                    break;
                case (byte)'\n':
                    break;
                case var _ when _length < LongestLine:
                    _line[_length++] = octet;
                    break;
                default:
                    _overlong = true;
                    break;
            }
        }
    }

    private void End(bool bell, Action<ReadOnlyMemory<byte>, bool> taken)
    {
        var line = _line.AsSpan(0, _length).ToArray();
        var dropped = _overlong;
        (_length, _overlong) = (0, false);
        if (dropped)
        {
            Dropped++;
        }
        else
        {
            taken(line, bell);
        }
    }
}
