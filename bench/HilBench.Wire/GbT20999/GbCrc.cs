namespace HilBench.Wire.GbT20999;

/// <summary>CRC-16 of GB/T 20999-2017, annex A: x¹⁶ + x¹² + x² + 1, from 0, most significant bit first, nothing inverted.</summary>
public static class GbCrc
{
    private const int Polynomial = 0x1005;

    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>The check value of octets.</summary>
    public static ushort Of(ReadOnlySpan<byte> octets)
    {
        ushort crc = 0;
        foreach (var octet in octets)
        {
            crc = (ushort)((crc << 8) ^ Table[(crc >> 8) ^ octet]);
        }

        return crc;
    }

    private static ushort Remainder(int octet)
    {
        var crc = octet << 8;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 0x8000) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
        }

        return (ushort)crc;
    }
}
