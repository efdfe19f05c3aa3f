namespace HilBench.Wire.Nmea;

/// <summary>
/// Cuts a stream of octets into NMEA 0183 sentences. Garbage, cut sentences and lines without end cost what they hold and nothing more: the next
/// <c>$</c> starts a sentence again.
/// </summary>
public sealed class NmeaLines
{
    /// <summary>Octets of the longest sentence that is kept, <c>$</c> included; the standard allows 82, receivers with long fields write more.</summary>
    public const int LongestSentence = 256;

    private readonly byte[] _sentence = new byte[LongestSentence];
    private int _length;

    /// <summary>Octets that belonged to no whole sentence, line ends not counted.</summary>
    public long Discarded { get; private set; }

    /// <summary>Takes a chunk as the carrier cut it.</summary>
    /// <param name="chunk">Octets of the stream.</param>
    /// <param name="sentence">Called for each sentence that ends in it: from <c>$</c> on, without its line end. The octets are its own.</param>
    public void Add(ReadOnlySpan<byte> chunk, Action<ReadOnlyMemory<byte>> sentence)
    {
        foreach (var octet in chunk)
        {
            switch (octet)
            {
                case (byte)'$' or (byte)'!':
                    Discarded += _length;
                    _sentence[0] = octet;
                    _length = 1;
                    break;
                case (byte)'\r' or (byte)'\n':
                    if (_length > 0)
                    {
                        sentence(_sentence.AsSpan(0, _length).ToArray());
                        _length = 0;
                    }

                    break;
                case >= 0x20 and <= 0x7E when _length is > 0 and < LongestSentence:
                    _sentence[_length++] = octet;
                    break;
                default:
                    Discarded += _length + 1;
                    _length = 0;
                    break;
            }
        }
    }
}
