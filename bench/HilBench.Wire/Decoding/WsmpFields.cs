using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Ieee1609;

namespace HilBench.Wire.Decoding;

/// <summary>The fields of a WSMP header (IEEE 1609.3-2016 8.3.2) with their places.</summary>
internal static class WsmpFields
{
    /// <summary>Reads a header that <see cref="WsmpMessage.TryParse"/> accepts.</summary>
    /// <param name="octets">The message.</param>
    /// <param name="length">Octets of the header.</param>
    public static DecodeNode Read(ReadOnlySpan<byte> octets, out int length)
    {
        var reader = new WsmpReader(octets);
        reader.TryOctet(out var first);
        List<DecodeNode> fields =
        [
            OctetField.Leaf(octets, "subtype", "unsigned 4", 0, 4, Text(first >> 4)),
            OctetField.Leaf(octets, "optionIndicator", "flag", 4, 1, Text(first >> 3 & 1)),
            OctetField.Leaf(octets, "version", "unsigned 3", 5, 3, Text(first & 7)),
        ];
        if ((first & 0x08) != 0)
        {
            fields.Add(Extensions(octets, ref reader, "nExtensions"));
        }

        fields.Add(OctetField.Number(octets, "tpid", reader.Offset, 1));
        reader.TryOctet(out var tpid);
        if (tpid > 1)
        {
            length = reader.Offset;
            return OctetField.Group(string.Empty, "WSMP header", 0, 8 * length, fields);
        }

        var start = reader.Offset;
        reader.TryPsid(out var psid);
        fields.Add(OctetField.Leaf(octets, "psid", "PSID, p-encoded", 8 * start, 8 * (reader.Offset - start), $"{psid}{Service(psid)}"));
        if (tpid == 1)
        {
            fields.Add(Extensions(octets, ref reader, "tExtensions"));
        }

        start = reader.Offset;
        reader.TryLength(out var payload);
        fields.Add(OctetField.Leaf(octets, "length", "length", 8 * start, 8 * (reader.Offset - start), Text(payload)));
        length = reader.Offset;
        return OctetField.Group(string.Empty, "WSMP header", 0, 8 * length, fields);
    }

    private static DecodeNode Extensions(ReadOnlySpan<byte> octets, ref WsmpReader reader, string name)
    {
        var start = reader.Offset;
        reader.TryLength(out var count);
        var items = new List<DecodeNode>();
        for (var i = 0; i < count; i++)
        {
            var from = reader.Offset;
            reader.TryOctet(out var id);
            reader.TryLength(out var length);
            reader.Take(length);
            var value = octets.Slice(reader.Offset - length, length);
            items.Add(OctetField.Leaf(
                octets,
                string.Create(CultureInfo.InvariantCulture, $"[{i}]"),
                $"element {id}",
                8 * from,
                8 * (reader.Offset - from),
                Meaning(id, value)));
        }

        return OctetField.Group(name, "information elements", 8 * start, 8 * (reader.Offset - start), items);
    }

    // IEEE 1609.3-2016: the elements of one octet that a WSMP header may have.
    private static string Meaning(byte id, ReadOnlySpan<byte> value) => value is not [var number]
        ? Convert.ToHexString(value)
        : id switch
        {
            4 => string.Create(CultureInfo.InvariantCulture, $"transmit power {unchecked((sbyte)number)} dBm"),
            15 => string.Create(CultureInfo.InvariantCulture, $"channel {number}"),
            16 => string.Create(CultureInfo.InvariantCulture, $"data rate {number / 2m:0.#} Mbit/s"),
            _ => Text(number),
        };

    private static string Service(Psid psid) =>
        psid == Psid.VehicleSafety ? " (vehicle safety: BSM)"
        : psid == Psid.IntersectionSafety ? " (intersection safety: SPaT, MAP)"
        : psid == Psid.MapData ? " (map data)"
        : string.Empty;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
