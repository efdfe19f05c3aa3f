using System.Text;
using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>The lines of an immediate-forward text (RSU specification 4.1, Appendix C) with their places.</summary>
internal static class ImmediateForwardFields
{
    private const int LongestValue = 64;

    /// <summary>Reads text of lines <c>key=value</c>; other lines have no field.</summary>
    public static DecodeNode Read(ReadOnlySpan<byte> text)
    {
        var fields = new List<DecodeNode>();
        for (var start = 0; start < text.Length;)
        {
            var end = text[start..].IndexOf((byte)'\n');
            var line = end < 0 ? text[start..] : text.Slice(start, end);
            var equals = line.IndexOf((byte)'=');
            if (equals > 0 && line[0] != '#')
            {
                var key = Encoding.Latin1.GetString(line[..equals]).Trim();
                var value = Encoding.Latin1.GetString(line[(equals + 1)..]).Trim();
                fields.Add(OctetField.Leaf(text, key, "text", 8 * start, 8 * line.Length, value.Length > LongestValue ? value[..LongestValue] + "…" : value));
            }

            start += line.Length + 1;
        }

        return OctetField.Group(string.Empty, "immediate-forward text", 0, 8 * text.Length, fields);
    }
}
