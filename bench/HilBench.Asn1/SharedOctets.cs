using System.Buffers.Binary;

namespace HilBench.Asn1;

/// <summary>Arrays of octets that nobody writes to.</summary>
internal static class SharedOctets
{
    private static readonly byte[][] Singles = CreateSingles();

    /// <summary>An array of one octet, the same for all who ask.</summary>
    public static byte[] Of(byte octet) => Singles[octet];

    /// <summary>A new array with the lowest octets of a number, big-endian.</summary>
    /// <param name="number">The number.</param>
    /// <param name="count">Number of octets, 0 to 8.</param>
    public static byte[] Create(ulong number, int count)
    {
        var octets = new byte[count];
        switch (count)
        {
            case 2:
                BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)number);
                break;
            case 4:
                BinaryPrimitives.WriteUInt32BigEndian(octets, (uint)number);
                break;
            default:
                for (var i = count - 1; i >= 0; i--, number >>= 8)
                {
                    octets[i] = (byte)number;
                }

                break;
        }

        return octets;
    }

    private static byte[][] CreateSingles()
    {
        var singles = new byte[256][];
        for (var i = 0; i < singles.Length; i++)
        {
            singles[i] = [(byte)i];
        }

        return singles;
    }
}
