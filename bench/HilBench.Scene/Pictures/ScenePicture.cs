using System.Runtime.InteropServices;
using SkiaSharp;

namespace HilBench.Scene;

/// <summary>A drawn picture.</summary>
public sealed class ScenePicture
{
    private readonly byte[] _pixels;

    /// <summary>Takes pixels.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="pixels">Red, green, blue, alpha for each pixel, rows from the top.</param>
    public ScenePicture(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        (Width, Height, _pixels) = (width, height, pixels);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Red, green, blue, alpha for each pixel, rows from the top.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng() => Encode(pixmap => pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6)));

    /// <summary>The picture as a JPEG file.</summary>
    /// <param name="quality">1 to 100.</param>
    public byte[] ToJpeg(int quality = 85) => Encode(pixmap => pixmap.Encode(new SKJpegEncoderOptions(quality)));

    /// <summary>The picture as a WebP file.</summary>
    /// <param name="quality">1 to 100.</param>
    public byte[] ToWebP(int quality = 85) => Encode(pixmap => pixmap.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality)));

    /// <summary>Reads a PNG, JPEG or WebP file.</summary>
    /// <exception cref="SceneException">It is none.</exception>
    public static ScenePicture Read(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file) ?? throw new SceneException("the file is no picture.");
        using var straight = new SKBitmap(new SKImageInfo(bitmap.Width, bitmap.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(straight))
        {
            canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default);
        }

        return new ScenePicture(bitmap.Width, bitmap.Height, straight.GetPixelSpan().ToArray());
    }

    private byte[] Encode(Func<SKPixmap, SKData?> encode)
    {
        var pin = GCHandle.Alloc(_pixels, GCHandleType.Pinned);
        try
        {
            using var pixmap = new SKPixmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque), pin.AddrOfPinnedObject(), Width * 4);
            using var data = encode(pixmap) ?? throw new SceneException($"a picture of {Width} x {Height} pixels cannot be written.");
            return data.ToArray();
        }
        finally
        {
            pin.Free();
        }
    }
}
