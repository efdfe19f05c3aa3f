using HilBench.Asn1;

namespace HilBench.Tests.Wire.Properties;

/// <summary>
/// Makes random values that keep every constraint: random bits are decoded, and the bits of each value that breaks a constraint are set to zero,
/// which is the lower bound in UPER, until nothing is broken.
/// </summary>
internal static class RandomMessages
{
    private const int Attempts = 60;
    private const int Repairs = 40;

    /// <summary>A random value; null when none was found in a bounded number of attempts.</summary>
    /// <param name="codec">The type's codec.</param>
    /// <param name="random">The source of bits.</param>
    public static object? Next(MessageCodec codec, Random random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var octets = codec.Seeds.Count > 0
                ? Changed(codec.Encode(codec.Seeds[random.Next(codec.Seeds.Count)]), random)
                : SparseOctets(random, length: 64 << random.Next(6), density: 0.05 + (0.5 * random.NextDouble()));
            if (Repair(codec, octets, random) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static object? Repair(MessageCodec codec, byte[] octets, Random random)
    {
        for (var repair = 0; repair < Repairs; repair++)
        {
            DecodedValue decoded;
            try
            {
                decoded = codec.Explain(octets);
            }
            catch (Asn1ContentException fault)
            {
                // A choice or an extension that is not there: back to zero around the place.
                Clear(octets, Math.Max(0, fault.BitOffset - 8), 16, random);
                continue;
            }

            var broken = decoded.Violations.Where(violation => violation.Path.Length > 0 || violation.BitOffset < decoded.BitsConsumed).ToArray();
            if (broken.Length == 0)
            {
                return decoded.Value;
            }

            foreach (var violation in broken)
            {
                // No bits: an open type of no octet; its length stands in front of it.
                Clear(octets, violation.BitLength > 0 ? violation.BitOffset : violation.BitOffset - 8, Math.Max(8, violation.BitLength), random);
            }
        }

        return null;
    }

    private static byte[] SparseOctets(Random random, int length, double density)
    {
        var octets = new byte[length];
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] = random.NextDouble() < density ? (byte)random.Next(256) : (byte)0;
        }

        return octets;
    }

    private static byte[] Changed(byte[] octets, Random random)
    {
        for (var changes = random.Next(6); changes > 0; changes--)
        {
            octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
        }

        return octets;
    }

    // Zero where it was not; where zero does not help (an object identifier, the length of an open type), anything.
    private static void Clear(byte[] octets, int offset, int length, Random random)
    {
        var end = Math.Min(offset + length, octets.Length * 8);
        var wasZero = true;
        for (var bit = offset; bit < end; bit++)
        {
            var mask = (byte)(0x80 >> (bit & 7));
            wasZero &= (octets[bit >> 3] & mask) == 0;
            octets[bit >> 3] &= (byte)~mask;
        }

        if (wasZero)
        {
            for (var bit = offset; bit < end; bit++)
            {
                octets[bit >> 3] |= random.Next(4) == 0 ? (byte)(0x80 >> (bit & 7)) : (byte)0;
            }
        }
    }
}
