using System.Buffers.Binary;
using System.Numerics;

namespace HilBench.Wire.Snmp;

/// <summary>SHA-224 (FIPS 180-4 6.3) and its HMAC (FIPS 198-1), which the runtime does not have.</summary>
internal static class Sha224
{
    private const int BlockOctets = 64;
    private const int HashOctets = 28;

    // FIPS 180-4 5.3.2: the second 32 bits of the fractional parts of the square roots of the 9th to 16th primes.
    private static readonly uint[] Initial =
        [0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4];

    // FIPS 180-4 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static readonly uint[] Constants =
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    public static byte[] HashData(ReadOnlySpan<byte> octets)
    {
        Span<uint> state = stackalloc uint[8];
        Initial.CopyTo(state);
        var rest = octets;
        for (; rest.Length >= BlockOctets; rest = rest[BlockOctets..])
        {
            Compress(state, rest[..BlockOctets]);
        }

        // FIPS 180-4 5.1.1: a one bit, zeros, and the length in bits at the end of a block.
        Span<byte> last = stackalloc byte[2 * BlockOctets];
        last.Clear();
        rest.CopyTo(last);
        last[rest.Length] = 0x80;
        last = last[..(rest.Length + 9 > BlockOctets ? 2 * BlockOctets : BlockOctets)];
        BinaryPrimitives.WriteUInt64BigEndian(last[^8..], (ulong)octets.Length * 8);
        for (var block = 0; block < last.Length; block += BlockOctets)
        {
            Compress(state, last.Slice(block, BlockOctets));
        }

        var hash = new byte[HashOctets];
        for (var i = 0; i < HashOctets / 4; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(4 * i), state[i]);
        }

        return hash;
    }

    public static byte[] CodeData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> octets)
    {
        var inner = new byte[BlockOctets + octets.Length];
        var outer = new byte[BlockOctets + HashOctets];
        key = key.Length > BlockOctets ? HashData(key) : key;
        key.CopyTo(inner);
        key.CopyTo(outer);
        for (var i = 0; i < BlockOctets; i++)
        {
            inner[i] ^= 0x36;
            outer[i] ^= 0x5C;
        }

        octets.CopyTo(inner.AsSpan(BlockOctets));
        HashData(inner).CopyTo(outer.AsSpan(BlockOctets));
        return HashData(outer);
    }

    // FIPS 180-4 6.2.2.
    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 16; t++)
        {
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * t)..]);
        }

        for (var t = 16; t < 64; t++)
        {
            var s0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ (w[t - 15] >> 3);
            var s1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = unchecked(w[t - 16] + s0 + w[t - 7] + s1);
        }

        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var t1 = unchecked(h + s1 + ((e & f) ^ (~e & g)) + Constants[t] + w[t]);
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var t2 = unchecked(s0 + ((a & b) ^ (a & c) ^ (b & c)));
            (h, g, f, e, d, c, b, a) = (g, f, e, unchecked(d + t1), c, b, a, unchecked(t1 + t2));
        }

        Add(state, [a, b, c, d, e, f, g, h]);
    }

    private static void Add(Span<uint> state, ReadOnlySpan<uint> working)
    {
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = unchecked(state[i] + working[i]);
        }
    }
}
