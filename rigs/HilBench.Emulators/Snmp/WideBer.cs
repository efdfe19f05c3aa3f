namespace HilBench.Emulators.Snmp;

/// <summary>Writes BER longer than need be, as some agents do: lengths of two octets always, integers of four octets at least.</summary>
internal static class WideBer
{
    private const int Constructed = 0x20;
    private const int Integer = 0x02;
    private const int IntegerOctets = 4;

    /// <summary>Writes values anew.</summary>
    /// <param name="octets">Values in definite form, as our own writers make them.</param>
    /// <param name="integers">Whether integers get octets in front that say nothing.</param>
    /// <param name="lengths">Whether lengths take three octets: 82, then the length.</param>
    public static byte[] Rewrite(ReadOnlySpan<byte> octets, bool integers, bool lengths)
    {
        List<byte> result = [];
        while (octets.Length > 0)
        {
            var tag = octets[0];
            var (start, length) = Measure(octets);
            var content = octets.Slice(start, length).ToArray();
            octets = octets[(start + length)..];
            if ((tag & Constructed) != 0)
            {
                content = Rewrite(content, integers, lengths);
            }
            else if (integers && tag == Integer && content.Length < IntegerOctets)
            {
                var sign = content[0] >= 0x80 ? (byte)0xFF : (byte)0;
                content = [.. Enumerable.Repeat(sign, IntegerOctets - content.Length), .. content];
            }

            result.Add(tag);
            result.AddRange(Length(content.Length, lengths));
            result.AddRange(content);
        }

        return [.. result];
    }

    private static (int Start, int Length) Measure(ReadOnlySpan<byte> octets)
    {
        if (octets[1] < 0x80)
        {
            return (2, octets[1]);
        }

        var count = octets[1] & 0x7F;
        var length = 0;
        foreach (var octet in octets.Slice(2, count))
        {
            length = (length << 8) | octet;
        }

        return (2 + count, length);
    }

    private static byte[] Length(int length, bool wide) =>
        wide || length > 0xFF ? [0x82, (byte)(length >> 8), (byte)length]
        : length > 0x7F ? [0x81, (byte)length] : [(byte)length];
}
