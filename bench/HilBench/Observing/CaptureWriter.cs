using HilBench.Links;
using HilBench.Wire.Pcapng;

namespace HilBench.Observing;

/// <summary>
/// Writes a recording as pcapng while the run goes: one interface a tap, nanosecond stamps. What was observed is with the operating system
/// after 500 packets or 200 ms of run time at most, so that a crash loses only the last moments. The file holds nothing but what it is given: no
/// time of day, no name of the machine. Used from one thread.
/// </summary>
public sealed class CaptureWriter : IDisposable
{
    private const int FlushPackets = 500;
    private static readonly TimeSpan FlushTime = TimeSpan.FromMilliseconds(200);

    private readonly Stream _stream;
    private readonly string _name;
    private readonly Dictionary<string, int> _interfaces = new(StringComparer.Ordinal);
    private byte[] _buffer = new byte[1 << 17];
    private int _filled;
    private int _waiting;
    private Instant _flushed;
    private bool _failed;

    private CaptureWriter(Stream stream, string name)
    {
        _stream = stream;
        _name = name;
    }

    /// <summary>Packets written so far.</summary>
    public int Packets { get; private set; }

    /// <summary>Creates the file and writes its head.</summary>
    /// <param name="path">File to create; it must not exist.</param>
    /// <param name="application">Name and version of the writer, for example <c>hilbench 0.1.0</c>.</param>
    /// <param name="taps">The taps known now; others are added when they first speak.</param>
    /// <exception cref="CaptureException">The file cannot be created or written.</exception>
    public static CaptureWriter Create(string path, string application, IEnumerable<TapInterface> taps)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CaptureException($"{path}: the capture cannot be created: {exception.Message} Choose another output folder.", exception);
        }

        return Create(stream, path, application, taps);
    }

    /// <summary>Writes the head of a capture to a stream.</summary>
    /// <param name="stream">Where to; closed with the writer.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="application">Name and version of the writer, for example <c>hilbench 0.1.0</c>.</param>
    /// <param name="taps">The taps known now; others are added when they first speak.</param>
    /// <exception cref="CaptureException">The stream cannot be written.</exception>
    public static CaptureWriter Create(Stream stream, string name, string application, IEnumerable<TapInterface> taps)
    {
        var writer = new CaptureWriter(stream, name);
        try
        {
            writer.Append(PcapngWriter.SectionHeader(application));
            foreach (var tap in taps)
            {
                writer.InterfaceOf(tap);
            }

            writer.Flush();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Adds one message.</summary>
    /// <returns>Its number in the capture, from 1.</returns>
    /// <exception cref="CaptureException">It cannot be written, for example because the disk is full. What was written before stays readable.</exception>
    public int Write(TapFrame frame)
    {
        var number = InterfaceOf(frame.Tap);
        var comment = TapDescription.Comment(frame);
        var block = Reserve(PcapngWriter.EnhancedPacketLength(frame.Frame.Length, comment));
        _filled += PcapngWriter.EnhancedPacket(block, number, frame.At.UnixNanoseconds, frame.Direction == Direction.FromDevice, frame.Frame.Span, comment);
        Packets++;
        _waiting++;
        if (_waiting >= FlushPackets || frame.At - _flushed >= FlushTime)
        {
            Flush();
            _flushed = frame.At;
        }

        return Packets;
    }

    /// <summary>Hands all that was written to the operating system.</summary>
    /// <exception cref="CaptureException">It cannot be written.</exception>
    public void Flush()
    {
        try
        {
            _stream.Write(_buffer, 0, _filled);
            _stream.Flush();
            _filled = 0;
            _waiting = 0;
        }
        catch (IOException exception)
        {
            _failed = true;
            throw new CaptureException(
                $"{_name}: the capture cannot be written (after {Packets - _waiting} packets): {exception.Message} Free space, or choose another output folder.",
                exception);
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    /// <exception cref="CaptureException">The last octets cannot be written; not when writing had failed, and been told, before.</exception>
    public void Dispose()
    {
        try
        {
            if (!_failed && _filled > 0)
            {
                Flush();
            }
        }
        finally
        {
            _filled = 0;
            _stream.Dispose();
        }
    }

    private int InterfaceOf(TapInterface tap)
    {
        if (!_interfaces.TryGetValue(tap.Name, out var number))
        {
            Append(PcapngWriter.InterfaceDescription((ushort)tap.Layer, tap.Name, TapDescription.Write(tap)));
            number = _interfaces.Count;
            _interfaces.Add(tap.Name, number);
        }

        return number;
    }

    private void Append(byte[] block)
    {
        block.CopyTo(Reserve(block.Length));
        _filled += block.Length;
    }

    private Span<byte> Reserve(int length)
    {
        if (_buffer.Length - _filled < length)
        {
            Flush();
            if (_buffer.Length < length)
            {
                _buffer = new byte[length];
            }
        }

        return _buffer.AsSpan(_filled, length);
    }
}
