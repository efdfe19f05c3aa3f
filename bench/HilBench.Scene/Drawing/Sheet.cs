using System.Numerics;
using HilBench.Scene.Gl;

namespace HilBench.Scene.Drawing;

/// <summary>What is written and drawn over the map: in pixels from the upper left corner, in its own type size.</summary>
/// <param name="atlas">The glyphs.</param>
/// <param name="palette">The colours.</param>
/// <param name="pixels">Type size of a label in pixels.</param>
internal sealed class Sheet(GlyphAtlas atlas, Palette palette, int pixels)
{
    /// <summary>The shapes and glyphs, in drawing order.</summary>
    public ShapeBatch Shapes { get; } = new();

    /// <summary>The colours.</summary>
    public Palette Palette => palette;

    /// <summary>Type size of a label in pixels.</summary>
    public int Pixels => pixels;

    /// <summary>Width of a text.</summary>
    public float Measure(string text, bool bold = false, int? size = null)
    {
        var width = 0f;
        foreach (var letter in text.EnumerateRunes())
        {
            width += atlas.Find(letter, size ?? pixels, bold)?.Advance ?? LetterCode.Width(size ?? pixels);
        }

        return width;
    }

    /// <summary>Writes a text on its base line.</summary>
    /// <returns>Where the next letter would stand.</returns>
    public float Write(string text, float x, float baseline, uint colour, bool bold = false, int? size = null)
    {
        foreach (var letter in text.EnumerateRunes())
        {
            if (atlas.Find(letter, size ?? pixels, bold) is not { } glyph)
            {
                LetterCode.Paint(this, letter, new(x, baseline), size ?? pixels, colour);
                x += LetterCode.Width(size ?? pixels);
                continue;
            }

            var from = new Vector2(MathF.Round(x + glyph.Bearing.X), MathF.Round(baseline + glyph.Bearing.Y));
            Put(glyph, from, from + glyph.Extent, colour);
            x += glyph.Advance;
        }

        return x;
    }

    /// <summary>Writes a text around a point.</summary>
    public void WriteCentred(string text, Vector2 centre, uint colour, bool bold = false, int? size = null)
    {
        var type = size ?? pixels;
        Write(text, centre.X - (Measure(text, bold, type) / 2), centre.Y + (type * 0.36f), colour, bold, type);
    }

    /// <summary>The text, shortened with an ellipsis to a width.</summary>
    public string Shorten(string text, float width, bool bold = false, int? size = null)
    {
        var most = Math.Min(text.Length, 400);
        if (most == text.Length && Measure(text, bold, size) <= width)
        {
            return text;
        }

        while (most > 0 && (char.IsHighSurrogate(text[most - 1]) || Measure(text[..most] + "…", bold, size) > width))
        {
            most--;
        }

        return text[..most].TrimEnd() + "…";
    }

    /// <summary>The text in lines of a width; the last one is shortened.</summary>
    public List<string> Wrap(string text, float width, int lines)
    {
        var wrapped = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0 && wrapped.Count < lines)
        {
            if (wrapped.Count == lines - 1)
            {
                wrapped.Add(Shorten(rest, width));
                break;
            }

            var end = 0;
            for (var at = 0; at <= rest.Length && at < 400; at++)
            {
                if (at == rest.Length || rest[at] == ' ')
                {
                    if (Measure(rest[..at]) > width)
                    {
                        break;
                    }

                    end = at;
                }
            }

            wrapped.Add(end == 0 ? Shorten(rest.Split(' ')[0], width) : rest[..end]);
            rest = rest[(end == 0 ? rest.Split(' ')[0].Length : end)..].TrimStart();
        }

        return wrapped;
    }

    private void Put(GlyphAtlas.Glyph glyph, Vector2 from, Vector2 to, uint colour)
    {
        if (glyph.Extent == Vector2.Zero)
        {
            return;
        }

        var corners = Shapes.Corners;
        var upperLeft = new SceneVertex(new(from, 0), glyph.From, colour);
        var upperRight = new SceneVertex(new(to.X, from.Y, 0), new(glyph.To.X, glyph.From.Y), colour);
        var lowerLeft = new SceneVertex(new(from.X, to.Y, 0), new(glyph.From.X, glyph.To.Y), colour);
        var lowerRight = new SceneVertex(new(to, 0), glyph.To, colour);
        corners.AddRange([upperLeft, upperRight, lowerRight, upperLeft, lowerRight, lowerLeft]);
    }
}
