namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A known-multiplier character string.</summary>
internal sealed class TextType(string name, string keyword, SizeBounds size, SortedSet<char>? permitted) : SchemaType(name)
{
    private static readonly Dictionary<string, string> Alphabets = new(StringComparer.Ordinal)
    {
        ["NumericString"] = " 0123456789",
        ["PrintableString"] = " '()+,-./0123456789:=?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        ["VisibleString"] = Codes(0x20, 0x7E),
        ["ISO646String"] = Codes(0x20, 0x7E),
        ["UTCTime"] = Codes(0x20, 0x7E),
        ["GeneralizedTime"] = Codes(0x20, 0x7E),
        ["IA5String"] = Codes(0x00, 0x7F),
    };

    public string Keyword => keyword;

    public SizeBounds Size => size;

    public SortedSet<char>? Permitted => permitted;

    /// <summary>Permitted characters by rising code; null for all of BMPString.</summary>
    public string? Alphabet => permitted is null ? All : string.Concat(All is null ? permitted : permitted.Where(All.Contains));

    /// <summary>Bits of a character (X.691 30.5.2).</summary>
    public int Bits => Alphabet is { } alphabet ? WidthOf(alphabet.Length - 1) : 16;

    /// <summary>Bits of a character where it takes whole octets (X.696 27).</summary>
    public int OctetBits => keyword == "BMPString" ? 16 : 8;

    /// <summary>Whether the index in the alphabet is sent, because the largest code does not fit (X.691 30.5.4).</summary>
    public bool IsIndexed => Alphabet is { Length: > 0 } alphabet && alphabet[alphabet.Length - 1] >= 1 << Bits;

    /// <summary>Whether every code of the width is a permitted character.</summary>
    public bool IsFull => Alphabet is not { } alphabet || (!IsIndexed && alphabet.Length == 1 << Bits);

    private string? All => Alphabets.TryGetValue(keyword, out var all) ? all : null;

    public static bool Knows(string keyword) => keyword == "BMPString" || Alphabets.ContainsKey(keyword);

    private static string Codes(int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(code => (char)code));

    private static int WidthOf(int range)
    {
        var width = 0;
        while (range >> width != 0)
        {
            width++;
        }

        return width;
    }
}
