using System.Buffers.Binary;

namespace HilBench.Links;

/// <summary>Datagrams on a stream, each behind its length in two octets, the high one first: Ethernet frames over TCP as vanetza's socktap carries them.</summary>
public sealed class FramedPort : IDatagramPort
{
    private const int LengthOctets = 2;
    private readonly IStreamPort _stream;
    private readonly byte[] _waiting = new byte[LengthOctets + ushort.MaxValue];
    private int _filled;

    /// <summary>Puts datagrams on a stream.</summary>
    /// <param name="stream">The stream; closed with this port.</param>
    public FramedPort(IStreamPort stream)
    {
        _stream = stream;
        stream.Received = Take;
    }

    /// <inheritdoc/>
    public string Name => _stream.Name;

    /// <inheritdoc/>
    public Action<Datagram>? Received { get; set; }

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        if (datagram.Length is 0 or > ushort.MaxValue)
        {
            throw new LinkException($"{Name}: a frame of {datagram.Length} octets; 1 to {ushort.MaxValue} fit behind a length of two octets.");
        }

        var octets = new byte[LengthOctets + datagram.Length];
        BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)datagram.Length);
        datagram.CopyTo(octets.AsMemory(LengthOctets));
        return _stream.Send(octets);
    }

    /// <inheritdoc/>
    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer) => Send(answer);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    // A datagram has the stamp of the chunk that completed it.
    private void Take(Datagram chunk)
    {
        var rest = chunk.Bytes.Span;
        while (!rest.IsEmpty)
        {
            var wanted = _filled < LengthOctets ? LengthOctets : LengthOctets + BinaryPrimitives.ReadUInt16BigEndian(_waiting);
            var taken = Math.Min(rest.Length, wanted - _filled);
            rest[..taken].CopyTo(_waiting.AsSpan(_filled));
            rest = rest[taken..];
            _filled += taken;
            if (_filled >= LengthOctets && _filled == LengthOctets + BinaryPrimitives.ReadUInt16BigEndian(_waiting))
            {
                var datagram = _waiting.AsSpan(LengthOctets, _filled - LengthOctets).ToArray();
                _filled = 0;
                if (datagram.Length > 0)
                {
                    Received?.Invoke(new Datagram(datagram, chunk.At, chunk.From));
                }
            }
        }
    }
}
