using System.Text;
using System.Xml;

namespace HilBench.Reports.JUnit;

/// <summary>Text that may go into XML.</summary>
internal static class XmlText
{
    // XML 1.0 (5th ed.) 2.2 Char: what is not a Char cannot be written at all, not even as a character reference.
    /// <summary>The text with every character that XML 1.0 forbids replaced by U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append('\uFFFD');
            }
        }

        return clean.ToString();
    }
}
