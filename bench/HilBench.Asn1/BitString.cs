using System.Runtime.InteropServices;

namespace HilBench.Asn1;

/// <summary>An immutable BIT STRING with structural equality; bit 0 is sent first.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct BitString : IEquatable<BitString>
{
    private readonly byte[]? _octets;

    /// <summary>Copies bits.</summary>
    /// <param name="octets">Bit 0 is the most significant bit of the first octet.</param>
    /// <param name="length">Number of bits, 0 to 8 times the octets.</param>
    /// <exception cref="ArgumentOutOfRangeException">More bits than the octets hold.</exception>
    public BitString(ReadOnlySpan<byte> octets, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, octets.Length * 8L);
        var copy = octets[..((length + 7) / 8)].ToArray();
        _octets = Trim(copy, length);
        Length = length;
    }

    private BitString(byte[] owned, int length)
    {
        _octets = owned;
        Length = length;
    }

    /// <summary>Number of bits.</summary>
    public int Length { get; }

    /// <summary>The bits, left-aligned; unused bits of the last octet are 0.</summary>
    public ReadOnlySpan<byte> Octets => _octets;

    /// <summary>One bit; a bit behind the end is 0, as named bits ask for.</summary>
    /// <param name="index">From 0.</param>
    public bool this[int index] =>
        index >= 0 && index < Length && (_octets![index >> 3] & (0x80 >> (index & 7))) != 0;

    /// <summary>Whether two strings are equal in length and bits.</summary>
    /// <param name="left">One string.</param>
    /// <param name="right">The other string.</param>
    public static bool operator ==(BitString left, BitString right) => left.Equals(right);

    /// <summary>Whether two strings differ in length or bits.</summary>
    /// <param name="left">One string.</param>
    /// <param name="right">The other string.</param>
    public static bool operator !=(BitString left, BitString right) => !left.Equals(right);

    /// <summary>Reads bits.</summary>
    /// <param name="bits">0 and 1, bit 0 first; spaces are skipped.</param>
    /// <returns>The bits.</returns>
    /// <exception cref="FormatException">Another character.</exception>
    public static BitString FromBits(string bits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        var octets = new byte[(bits.Length + 7) / 8];
        var length = 0;
        foreach (var bit in bits)
        {
            if (bit == ' ')
            {
                continue;
            }

            if (bit is not ('0' or '1'))
            {
                throw new FormatException($"A bit string holds 0 and 1; found '{bit}' in \"{bits}\".");
            }

            octets[length >> 3] |= (byte)((bit - '0') << (7 - (length & 7)));
            length++;
        }

        return new BitString(octets.AsSpan(), length);
    }

    /// <summary>Bits of which some are 1.</summary>
    /// <param name="length">Number of bits.</param>
    /// <param name="ones">Indices of the bits that are 1, below the length.</param>
    /// <returns>The bits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not below the length.</exception>
    public static BitString Of(int length, params ReadOnlySpan<int> ones)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var octets = new byte[(length + 7) / 8];
        foreach (var index in ones)
        {
            if ((uint)index >= (uint)length)
            {
                throw new ArgumentOutOfRangeException(nameof(ones), index, "A named bit lies below the length.");
            }

            octets[index >> 3] |= (byte)(0x80 >> (index & 7));
        }

        return new BitString(octets, length);
    }

    /// <summary>Bits of a number.</summary>
    /// <param name="bits">The bits; the lowest is the last.</param>
    /// <param name="length">Number of bits, 0 to 64.</param>
    /// <returns>The bits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is another.</exception>
    public static BitString FromNumber(ulong bits, int length)
    {
        if (length is > 0 and <= 8)
        {
            // Short strings are frequent: they share their octet.
            return new BitString(SharedOctets.Of((byte)(bits << (8 - length))), length);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 64);
        return new BitString(SharedOctets.Create(bits << (-length & 7), (length + 7) / 8), length);
    }

    /// <inheritdoc/>
    public bool Equals(BitString other) => Length == other.Length && Octets.SequenceEqual(other.Octets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BitString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Length);
        hash.AddBytes(Octets);
        return hash.ToHashCode();
    }

    /// <summary>The bits as 0 and 1, bit 0 first.</summary>
    public override string ToString() => string.Create(Length, this, static (text, bits) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = bits[i] ? '1' : '0';
        }
    });

    /// <summary>Takes an array that nobody else writes to and whose unused bits are 0.</summary>
    internal static BitString Own(byte[] octets, int length) => new(octets, length);

    private static byte[] Trim(byte[] octets, int length)
    {
        if ((length & 7) != 0)
        {
            octets[^1] &= (byte)(0xFF00 >> (length & 7));
        }

        return octets;
    }
}
