using System.Globalization;
using System.Numerics;
using System.Text;

namespace HilBench.Scene.Drawing;

/// <summary>
/// What stands for a letter that the font has no glyph for: a box as wide as the type is high, with the letter's Unicode number in it,
/// hexadecimal in two rows. Two such letters are told apart, and looked up.
/// </summary>
internal static class LetterCode
{
    private const int LeastLegible = 7;

    /// <summary>Width that it takes.</summary>
    /// <param name="pixels">Size of the type.</param>
    public static float Width(int pixels) => Box(pixels).X + 2;

    /// <summary>Paints it.</summary>
    /// <param name="sheet">Where to.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="pen">Where it begins on the base line.</param>
    /// <param name="pixels">Size of the type.</param>
    /// <param name="colour">Colour of the text.</param>
    public static void Paint(Sheet sheet, Rune letter, Vector2 pen, int pixels, uint colour)
    {
        var box = Box(pixels);
        var from = new Vector2(MathF.Round(pen.X) + 1, MathF.Round(pen.Y + (pixels * 0.24f) - box.Y));
        var to = from + box;
        sheet.Shapes.Outline(from, to, 1, colour);
        var number = letter.Value.ToString("X4", CultureInfo.InvariantCulture);
        var first = number.Length / 2;
        var digits = Math.Max(LeastLegible, pixels / 2);
        var middle = (from.X + to.X) / 2;
        sheet.WriteCentred(number[..first], new(middle, from.Y + (box.Y * 0.28f)), colour, bold: true, digits);
        sheet.WriteCentred(number[first..], new(middle, from.Y + (box.Y * 0.74f)), colour, bold: true, digits);
    }

    // Room for two rows of two digits, or of three beyond U+FFFF.
    private static Vector2 Box(int pixels)
    {
        var digits = Math.Max(LeastLegible, pixels / 2);
        return new Vector2(MathF.Round(digits * 1.95f), MathF.Round(digits * 2.05f));
    }
}
