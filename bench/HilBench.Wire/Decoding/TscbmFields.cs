using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Tscbm;

namespace HilBench.Wire.Decoding;

/// <summary>The fields of a TSCBM with their places.</summary>
internal static class TscbmFields
{
    private static readonly string[] Times = ["vehMin", "vehMax", "pedMin", "pedMax", "ovlMin", "ovlMax"];

    private static readonly string[] Bitmaps =
    [
        "phaseReds", "phaseYellows", "phaseGreens", "dontWalks", "pedClears", "walks",
        "overlapReds", "overlapYellows", "overlapGreens", "flashingPhases", "flashingOverlaps",
    ];

    /// <summary>Reads a datagram that <see cref="TscbmMessage.TryParse"/> accepts.</summary>
    public static DecodeNode Read(ReadOnlySpan<byte> octets)
    {
        List<DecodeNode> fields = [OctetField.Number(octets, "firstOctet", 0, 1), OctetField.Number(octets, "blockCount", 1, 1)];
        for (var i = 0; i < TscbmMessage.BlockCount; i++)
        {
            fields.Add(Block(octets, 2 + (i * TscbmBlock.Length), i));
        }

        var offset = 2 + (TscbmMessage.BlockCount * TscbmBlock.Length);
        foreach (var bitmap in Bitmaps)
        {
            fields.Add(Numbers(octets, bitmap, offset));
            offset += 2;
        }

        fields.Add(OctetField.Leaf(octets, "intersectionStatus", "bitmap 8", 8 * offset, 8, ((TscbmStatus)octets[offset]).ToString()));
        fields.Add(OctetField.Number(octets, "actionPlan", offset + 1, 1));
        fields.Add(OctetField.Leaf(octets, "messageVersion", "unsigned 5", 8 * (offset + 2), 5, Text(octets[offset + 2] >> 3)));
        fields.Add(OctetField.Leaf(octets, "discontinuousChange", "unsigned 3", (8 * (offset + 2)) + 5, 3, Text(octets[offset + 2] & 7)));
        fields.Add(OctetField.Number(octets, "sequence", offset + 3, 1));
        fields.Add(OctetField.Leaf(octets, "timestamp", "octets", 8 * (offset + 4), 40, Convert.ToHexString(octets.Slice(offset + 4, 5))));
        if (octets.Length == TscbmMessage.LongLength)
        {
            fields.Add(Numbers(octets, "pedCalls", offset + 9));
            fields.Add(Numbers(octets, "pedDetects", offset + 11));
        }

        return OctetField.Group(string.Empty, "TSCBM", 0, 8 * octets.Length, fields);
    }

    private static DecodeNode Block(ReadOnlySpan<byte> octets, int offset, int index)
    {
        List<DecodeNode> fields = [OctetField.Number(octets, "number", offset, 1)];
        for (var i = 0; i < Times.Length; i++)
        {
            var at = offset + 1 + (2 * i);
            var tenths = (octets[at] << 8) | octets[at + 1];
            var value = tenths == TscbmBlock.Unknown ? "unknown" : string.Create(CultureInfo.InvariantCulture, $"{tenths / 10m:0.0} s");
            fields.Add(OctetField.Leaf(octets, Times[i], "tenths of a second", 8 * at, 16, value));
        }

        return OctetField.Group(string.Create(CultureInfo.InvariantCulture, $"blocks[{index}]"), "block", 8 * offset, 8 * TscbmBlock.Length, fields);
    }

    // Bit 0 is phase or overlap 1.
    private static DecodeNode Numbers(ReadOnlySpan<byte> octets, string name, int offset)
    {
        var bits = (octets[offset] << 8) | octets[offset + 1];
        var numbers = Enumerable.Range(1, 16).Where(number => (bits >> (number - 1) & 1) != 0);
        return OctetField.Leaf(octets, name, "bitmap 16", 8 * offset, 16, $"{{{string.Join(' ', numbers)}}}");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
