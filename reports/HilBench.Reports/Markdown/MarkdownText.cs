using System.Text;

namespace HilBench.Reports.Markdown;

/// <summary>Text of others inside Markdown: shown as it is, never as markup.</summary>
internal static class MarkdownText
{
    private const int LongestCell = 240;

    private const string Punctuation = "\\`*_{}[]()#.!|~:@$%";

    /// <summary>
    /// The text on one line. Each mark that Markdown, HTML or a mention gives a meaning to is a character reference, line ends and controls are spaces,
    /// signs that turn the reading direction and halves of surrogate pairs are U+FFFD; beyond 240 characters it ends in "…".
    /// </summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > LongestCell)
            {
                line.Append('…');
                break;
            }

            Append(line, rune);
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, Rune rune)
    {
        if (rune.Value is '<' or '>' or '&' or '"' or '\'' || (rune.IsAscii && Punctuation.Contains((char)rune.Value, StringComparison.Ordinal)))
        {
            line.Append("&#").Append(Wording.Number(rune.Value)).Append(';');
        }
        else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
        {
            line.Append(' ');
        }
        else if (rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
        {
            line.Append('\uFFFD');
        }
        else
        {
            line.Append(rune.ToString());
        }
    }
}
