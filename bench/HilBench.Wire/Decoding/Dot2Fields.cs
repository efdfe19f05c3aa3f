using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>The fields of an unsecured Ieee1609Dot2Data (IEEE 1609.2-2022 6.3.4, canonical OER) with their places.</summary>
internal static class Dot2Fields
{
    /// <summary>Reads a wrapper that <see cref="Ieee1609.Dot2Data.TryUnwrap"/> accepts.</summary>
    /// <param name="octets">The wrapper with its message.</param>
    /// <param name="messageLength">Octets of the message.</param>
    public static DecodeNode Read(ReadOnlySpan<byte> octets, int messageLength)
    {
        var header = octets.Length - messageLength;
        DecodeNode[] fields =
        [
            OctetField.Number(octets, "protocolVersion", 0, 1),
            OctetField.Leaf(octets, "content", "choice", 8, 8, "unsecuredData"),
            OctetField.Leaf(octets, "length", "length", 16, 8 * (header - 2), messageLength.ToString(CultureInfo.InvariantCulture)),
        ];
        return OctetField.Group(string.Empty, "Ieee1609Dot2Data", 0, 8 * header, fields);
    }
}
