using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.Reports.Html;

/// <summary>
/// Shows characters that nobody sees: controls, and those that turn the reading direction of what follows. The HTML encoder writes each as a numeric reference;
/// here the reference becomes the picture or the number of the character. The page's own text has none.
/// </summary>
internal static partial class VisibleControls
{
    /// <summary>The page with controls (but tab, line feed and carriage return), direction marks and separators of lines made visible.</summary>
    public static string Show(string html) => Reference().Replace(html, match =>
    {
        var code = int.Parse(match.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code switch
        {
            < 0x20 => char.ToString((char)(0x2400 + code)),
            0x7F => "\u2421",
            _ => string.Create(CultureInfo.InvariantCulture, $"⟨U+{code:X4}⟩"),
        };
    });

    // C0 and C1 controls; UAX #9 2.1 to 2.6, the formatting characters of the bidirectional algorithm; U+2028, U+2029, U+FEFF.
    [GeneratedRegex("&#x(?:[0-8BCEF]|1[0-9A-F]|7F|[89][0-9A-F]|61C|200[EF]|202[89A-E]|206[6-9]|FEFF);", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
