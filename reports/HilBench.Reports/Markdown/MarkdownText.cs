using System.Text;

namespace HilBench.Reports.Markdown;

/// <summary>Text of others inside Markdown: shown as it is, never as markup.</summary>
internal static class MarkdownText
{
    private const int LongestCell = 240;

    private const string Punctuation = "\\`*_{}[]()#.!|~:@$%<>&\"'";

    /// <summary>
    /// The text on one line, as <see cref="PlainText.OneLine"/> has it, at most 240 characters. Each mark that Markdown, HTML or a mention gives a
    /// meaning to is a character reference.
    /// </summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in PlainText.OneLine(text, LongestCell).EnumerateRunes())
        {
            if (rune.IsAscii && Punctuation.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                line.Append("&#").Append(Wording.Number(rune.Value)).Append(';');
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString();
    }
}
