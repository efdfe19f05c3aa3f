using System.Globalization;
using System.Runtime.InteropServices;

namespace HilBench.Asn1;

/// <summary>The permitted alphabet of a known-multiplier character string, and how a character is encoded (X.691 30.5).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct TextAlphabet
{
    private readonly string? _characters;
    private readonly bool _indexed;

    /// <summary>An alphabet.</summary>
    /// <param name="bits">Bits of a character, 0 to 16.</param>
    /// <param name="indexed">Whether the code is the index in the alphabet; else it is the character's own code.</param>
    /// <param name="characters">The permitted characters by rising code; null when every code of that width is permitted.</param>
    public TextAlphabet(int bits, bool indexed, string? characters)
    {
        Bits = bits;
        _indexed = indexed;
        _characters = characters;
    }

    /// <summary>Bits of a character.</summary>
    public int Bits { get; }

    internal string Rule => _characters is null
        ? string.Create(CultureInfo.InvariantCulture, $"characters of {Bits} bits")
        : $"FROM (\"{_characters}\")";

    internal bool TryDecode(int code, out char character)
    {
        if (_indexed)
        {
            var known = code < _characters!.Length;
            character = known ? _characters[code] : '\uFFFD';
            return known;
        }

        character = (char)code;
        return _characters is null || _characters.Contains(character, StringComparison.Ordinal);
    }

    internal bool TryEncode(char character, out int code)
    {
        var index = _characters?.IndexOf(character, StringComparison.Ordinal) ?? 0;
        code = _indexed ? index : character;
        return index >= 0 && code >> Bits == 0;
    }
}
