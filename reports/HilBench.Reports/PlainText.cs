using System.Text;

namespace HilBench.Reports;

/// <summary>Text of others on one line of plain text.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text on one line: line ends and controls are spaces, signs that turn the reading direction and halves of surrogate pairs are U+FFFD;
    /// beyond <paramref name="longest"/> characters it ends in "…".
    /// </summary>
    public static string OneLine(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest + 1));
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > longest)
            {
                line.Append('…');
                break;
            }

            line.Append(Quiet(rune).ToString());
        }

        return line.ToString();
    }

    /// <summary>A character that neither ends the line nor turns the reading direction: a space or U+FFFD in place of one that does.</summary>
    public static Rune Quiet(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? new Rune(' ')
        : rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) ? Rune.ReplacementChar
        : rune;
}
