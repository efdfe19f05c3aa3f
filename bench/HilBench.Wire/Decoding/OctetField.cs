using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>Makes nodes of protocols whose fields are not described in ASN.1.</summary>
internal static class OctetField
{
    private const int LongestBits = 32;
    private const int LongestHexadecimal = 64;

    /// <summary>A field with a value.</summary>
    /// <param name="octets">The layer.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="type">Its type.</param>
    /// <param name="bitOffset">First bit, from the layer's first octet.</param>
    /// <param name="bitLength">Number of bits.</param>
    /// <param name="value">The value as text.</param>
    public static DecodeNode Leaf(ReadOnlySpan<byte> octets, string name, string type, int bitOffset, int bitLength, string value) =>
        new(name, type, bitOffset, bitLength, Raw(octets, bitOffset, bitLength), value, Constraint: null, []);

    /// <summary>A number in whole octets, most significant octet first.</summary>
    /// <param name="octets">The layer.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="octetOffset">First octet.</param>
    /// <param name="octetLength">1 to 4 octets.</param>
    public static DecodeNode Number(ReadOnlySpan<byte> octets, string name, int octetOffset, int octetLength)
    {
        var value = 0u;
        foreach (var octet in octets.Slice(octetOffset, octetLength))
        {
            value = (value << 8) | octet;
        }

        return new(
            name,
            $"unsigned {8 * octetLength}",
            8 * octetOffset,
            8 * octetLength,
            Raw(octets, 8 * octetOffset, 8 * octetLength),
            value.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"(0..{(1L << (8 * octetLength)) - 1})"),
            []);
    }

    /// <summary>A field with members.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="type">Its type.</param>
    /// <param name="bitOffset">First bit, from the layer's first octet.</param>
    /// <param name="bitLength">Number of bits.</param>
    /// <param name="members">Its members.</param>
    public static DecodeNode Group(string name, string type, int bitOffset, int bitLength, IReadOnlyList<DecodeNode> members) =>
        new(name, type, bitOffset, bitLength, string.Empty, string.Empty, Constraint: null, members);

    /// <summary>Octets in hexadecimal, at most 64 of them.</summary>
    public static string Hexadecimal(ReadOnlySpan<byte> octets) => octets.Length <= LongestHexadecimal
        ? Convert.ToHexString(octets)
        : string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(octets[..LongestHexadecimal])}… ({octets.Length} octets)");

    private static string Raw(ReadOnlySpan<byte> octets, int bitOffset, int bitLength)
    {
        if (bitLength > LongestBits)
        {
            return Hexadecimal(octets.Slice(bitOffset / 8, bitLength / 8));
        }

        var text = new char[bitLength];
        for (var i = 0; i < bitLength; i++)
        {
            var bit = bitOffset + i;
            text[i] = (octets[bit >> 3] & (0x80 >> (bit & 7))) != 0 ? '1' : '0';
        }

        return new string(text);
    }
}
