using System.Numerics;
using System.Text;
using HilBench.Scene.Gl;
using Silk.NET.OpenGL;
using SkiaSharp;

namespace HilBench.Scene.Drawing;

/// <summary>
/// Glyphs of the font that comes with the bench, drawn once for each size and kept on the graphics side; the atlas has room for every glyph of
/// the font in all sizes of a picture. Fonts of the machine are not asked: the same moment would be another picture elsewhere.
/// </summary>
internal sealed class GlyphAtlas : IDisposable
{
    private const int Size = 2048;
    private const int Gap = 1;

    private readonly Dictionary<(Rune Letter, int Pixels, bool Bold), Glyph> _glyphs = [];
    private readonly Dictionary<(int Pixels, bool Bold), SKFont> _fonts = [];
    private readonly SKTypeface _regular = Load("NotoSans-Regular.ttf");
    private readonly SKTypeface _bold = Load("NotoSans-Bold.ttf");
    private readonly AtlasTexture _texture;
    private int _x;
    private int _y;
    private int _row;

    public GlyphAtlas(GL gl) => _texture = new AtlasTexture(gl, Size);

    /// <summary>A glyph: where it is in the atlas, its size in pixels, where it stands from the pen, and how far the pen moves.</summary>
    public readonly record struct Glyph(Vector2 From, Vector2 To, Vector2 Extent, Vector2 Bearing, float Advance);

    /// <summary>The glyph of a letter; null when the font has none.</summary>
    public Glyph? Find(Rune letter, int pixels, bool bold)
    {
        if (_glyphs.TryGetValue((letter, pixels, bold), out var glyph))
        {
            return glyph;
        }

        var font = FontOf(pixels, bold);
        return font.GetGlyph(letter.Value) == 0 ? null : _glyphs[(letter, pixels, bold)] = Draw(font, letter);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        _regular.Dispose();
        _bold.Dispose();
        _texture.Dispose();
    }

    private static SKTypeface Load(string file)
    {
        using var stream = Resources.Open(file);
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"{file} is no font.");
    }

    private SKFont FontOf(int pixels, bool bold)
    {
        if (!_fonts.TryGetValue((pixels, bold), out var font))
        {
            font = new SKFont(bold ? _bold : _regular, pixels) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };
            _fonts[(pixels, bold)] = font;
        }

        return font;
    }

    private Glyph Draw(SKFont font, Rune letter)
    {
        var text = letter.ToString();
        var advance = font.MeasureText(text, out var bounds);
        var width = (int)MathF.Ceiling(bounds.Width) + 2;
        var height = (int)MathF.Ceiling(bounds.Height) + 2;
        var left = (int)MathF.Floor(bounds.Left) - 1;
        var top = (int)MathF.Floor(bounds.Top) - 1;
        width += 1;
        height += 1;
        if (_x + width > Size)
        {
            (_x, _y, _row) = (0, _y + _row + Gap, 0);
        }

        if (_y + height > Size)
        {
            return new Glyph(default, default, default, default, advance);
        }

        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Alpha8, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White };
        canvas.Clear(SKColors.Transparent);
        canvas.DrawText(text, -left, -top, SKTextAlign.Left, font, paint);
        canvas.Flush();
        var cover = new byte[width * height];
        for (var row = 0; row < height; row++)
        {
            bitmap.GetPixelSpan().Slice(row * bitmap.RowBytes, width).CopyTo(cover.AsSpan(row * width));
        }

        _texture.Put(_x, _y, width, height, cover);
        var glyph = new Glyph(
            new Vector2(_x, _y) / Size, new Vector2(_x + width, _y + height) / Size, new Vector2(width, height), new Vector2(left, top), advance);
        _x += width + Gap;
        _row = Math.Max(_row, height);
        return glyph;
    }
}
