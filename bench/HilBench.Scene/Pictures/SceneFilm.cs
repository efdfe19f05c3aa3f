using System.Buffers.Binary;

namespace HilBench.Scene;

/// <summary>
/// Writes an animated WebP, which browsers play by themselves, frame by frame: memory does not grow with the film. WebP Container
/// Specification (Google): RIFF, VP8X, ANIM, and an ANMF for each frame around the frame's own bit stream.
/// </summary>
public sealed class SceneFilm : IDisposable
{
    private const int RiffHeader = 12;
    private const byte HasAnimation = 0x02;
    private const byte ReplacesTheFrameBefore = 0x02;

    private readonly FileStream _file;
    private readonly int _milliseconds;
    private readonly int _width;
    private readonly int _height;

    /// <summary>Begins a film; a file of that name is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="milliseconds">How long each frame stands, 1 to 16777215 ms.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public SceneFilm(string path, int width, int height, int milliseconds)
    {
        (_width, _height, _milliseconds) = (width, height, milliseconds);
        _file = new FileStream(path, FileMode.Create, FileAccess.Write);
        _file.Write("RIFF\0\0\0\0WEBPVP8X"u8);
        Span<byte> extended = stackalloc byte[14];
        BinaryPrimitives.WriteUInt32LittleEndian(extended, 10);
        extended[4] = HasAnimation;
        WriteUInt24(extended[8..], width - 1);
        WriteUInt24(extended[11..], height - 1);
        _file.Write(extended);
        // The background is not looked at, for each frame covers all; 0 loops: for ever.
        _file.Write("ANIM"u8);
        _file.Write([6, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0]);
    }

    /// <summary>Frames so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Adds a frame.</summary>
    /// <param name="picture">It, as large as the film.</param>
    public void Add(ScenePicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Width != _width || picture.Height != _height)
        {
            throw new ArgumentException($"a frame of {picture.Width} x {picture.Height} pixels in a film of {_width} x {_height}", nameof(picture));
        }

        // A still WebP of an opaque picture is RIFF around the same bit stream that a frame holds.
        var stream = picture.ToWebP().AsSpan(RiffHeader);
        Span<byte> header = stackalloc byte[24];
        "ANMF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(16 + stream.Length));
        WriteUInt24(header[14..], _width - 1);
        WriteUInt24(header[17..], _height - 1);
        WriteUInt24(header[20..], _milliseconds);
        header[23] = ReplacesTheFrameBefore;
        _file.Write(header);
        _file.Write(stream);
        Frames++;
    }

    /// <summary>Ends the film: its length is written where it belongs.</summary>
    public void Dispose()
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(_file.Length - 8));
        _file.Position = 4;
        _file.Write(length);
        _file.Dispose();
    }

    private static void WriteUInt24(Span<byte> octets, int value)
    {
        octets[0] = (byte)value;
        octets[1] = (byte)(value >> 8);
        octets[2] = (byte)(value >> 16);
    }
}
