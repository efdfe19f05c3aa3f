using System.Globalization;

namespace HilBench.Tests;

/// <summary>Inputs that no sender means: pieces of whole ones, with octets changed, put in and left out, and noise.</summary>
internal static class Fuzz
{
    /// <summary>How many inputs to try; <c>HILBENCH_FUZZ</c> sets another number for a long run by hand.</summary>
    public static int Rounds(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : usual;

    /// <summary>A mutated piece.</summary>
    public static byte[] Mutate(Random random, ReadOnlySpan<byte> whole, int longest)
    {
        if (random.Next(8) == 0)
        {
            var noise = new byte[random.Next(longest)];
            random.NextBytes(noise);
            return noise;
        }

        var length = Math.Min(random.Next(1, longest + 1), whole.Length);
        var start = random.Next(whole.Length - length + 1);
        List<byte> piece = [.. whole.Slice(start, length)];
        for (var change = random.Next(4); change > 0 && piece.Count > 0; change--)
        {
            var at = random.Next(piece.Count);
            switch (random.Next(3))
            {
                case 0:
                    piece[at] = (byte)random.Next(256);
                    break;
                case 1:
                    piece.RemoveAt(at);
                    break;
                default:
                    piece.Insert(at, whole[random.Next(whole.Length)]);
                    break;
            }
        }

        return [.. piece];
    }
}
