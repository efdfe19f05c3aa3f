using System.Buffers.Binary;
using HilBench.Links;
using HilBench.Wire.Pcapng;

namespace HilBench.Observing;

/// <summary>
/// Reads a capture, pcapng or classic pcap, packet by packet. A file that breaks off gives all packets before the break and tells where it is;
/// damage inside the file is an error that names the place.
/// </summary>
public sealed class CaptureReader : IDisposable
{
    private readonly CaptureStream _stream;
    private readonly List<TapInterface> _taps = [];
    private bool _begun;

    private CaptureReader(CaptureStream stream) => _stream = stream;

    /// <summary>The taps seen so far, in the order of the file; all of them, silent ones too, when the packets have been read to the end.</summary>
    public IReadOnlyList<TapInterface> Taps => _taps;

    /// <summary>Octet offset from which the file breaks off in the middle of a block: what came after is lost. Null while it does not.</summary>
    public long? TruncatedAt { get; private set; }

    /// <summary>Opens a file. It may still be written to: what is there is read.</summary>
    /// <exception cref="CaptureException">It cannot be opened.</exception>
    public static CaptureReader Open(string path) => Read(OpenFile(path), path);

    /// <summary>Opens a file that is still being written to: its packets come as they are written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="caughtUp">Called on the reading thread when everything that is there has been read, and again from time to time while nothing comes.</param>
    /// <param name="ended">Cancelled when no more will come: then the packets end after what is left.</param>
    /// <exception cref="CaptureException">It cannot be opened.</exception>
    public static CaptureReader Follow(string path, Action caughtUp, CancellationToken ended) => Read(new GrowingFile(OpenFile(path), caughtUp, ended), path);

    /// <summary>Reads a capture from a stream.</summary>
    /// <param name="stream">The octets; closed with the reader.</param>
    /// <param name="name">Name for messages.</param>
    public static CaptureReader Read(Stream stream, string name) => new(new CaptureStream(stream, name));

    /// <summary>All packets, once, in the order of the file.</summary>
    /// <exception cref="CaptureException">The file is no capture, or is damaged.</exception>
    public IEnumerable<CapturedPacket> Packets()
    {
        if (_begun)
        {
            throw new InvalidOperationException($"{_stream.Name}: a reader reads its packets once; open the capture again.");
        }

        _begun = true;
        var head = new byte[4];
        if (_stream.Take(head) == head.Length)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) == PcapngBlock.SectionHeader)
            {
                return new PcapngFile(_stream, _taps, offset => TruncatedAt = offset).Packets(head);
            }

            if (PcapHeader.Begins(head))
            {
                return new PcapFile(_stream, _taps, offset => TruncatedAt = offset).Packets(head);
            }
        }

        throw new CaptureException(
            _stream.Position == 0 ? $"{_stream.Name}: the file is empty, not a pcap or pcapng file."
            : head is [0x1F, 0x8B, ..] ? $"{_stream.Name}: not a pcap or pcapng file but a compressed one: unpack it first (gunzip)."
            : $"{_stream.Name}: not a pcap or pcapng file: it begins with {Convert.ToHexString(head.AsSpan(0, (int)_stream.Position))}. "
              + "Give an evidence folder, or a capture made by hilbench, Wireshark or tcpdump.");
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 18, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CaptureException($"{path}: the capture cannot be opened: {exception.Message} Give an evidence folder or a pcapng or pcap file that can be read.", exception);
        }
    }
}
