namespace HilBench.Cli.Decoding;

/// <summary>A line with one message in hexadecimal, or what is wrong with it.</summary>
/// <param name="Place">Where it stands: <c>file:line</c>, or <c>argument</c>.</param>
/// <param name="Octets">The message; empty when it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
internal sealed record HexLine(string Place, ReadOnlyMemory<byte> Octets, string? Fault)
{
    /// <summary>Reads a line: hexadecimal digits, with or without blanks, colons and dashes between them and <c>0x</c> before them.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="text">The line.</param>
    public static HexLine Read(string place, string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(' ', '\t');
        start = start < 0 ? text.Length : start;
        if (text.AsSpan(start).StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            start += 2;
        }

        var digits = new List<char>(text.Length);
        for (var position = start; position < text.Length; position++)
        {
            if (char.IsAsciiHexDigit(text[position]))
            {
                digits.Add(text[position]);
            }
            else if (text[position] is not (' ' or '\t' or '\r' or ':' or '-'))
            {
                return Faulty(place, $"column {position + 1}: found {Shown(text[position])}, expected a hexadecimal digit");
            }
        }

        return digits.Count % 2 == 0
            ? new HexLine(place, Convert.FromHexString([.. digits]), null)
            : Faulty(place, $"{digits.Count} hexadecimal digits, expected an even number: two for each octet");
    }

    /// <summary>True for a line without a message: blank, or a remark after <c>#</c>.</summary>
    public static bool IsBlank(string text) => text.AsSpan().Trim() is [] or ['#', ..];

    private static HexLine Faulty(string place, string fault) => new(place, default, fault);

    private static string Shown(char character) =>
        char.IsControl(character) || character > '~' ? FormattableString.Invariant($"U+{(int)character:X4}") : $"'{character}'";
}
