using System.Collections.Immutable;

namespace HilBench.Wire.Slcan;

/// <summary>The bit rates that SLCAN numbers: S0 is 10 kbit/s, S8 is 1 Mbit/s.</summary>
public static class SlcanBitRate
{
    /// <summary>Rate that vehicles' fast buses use most: 500 kbit/s.</summary>
    public const int Usual = 500_000;

    /// <summary>Bits a second, in the order of their numbers.</summary>
    public static ImmutableArray<int> All { get; } = [10_000, 20_000, 50_000, 100_000, 125_000, 250_000, 500_000, 800_000, 1_000_000];

    /// <summary>The command that sets a rate, without its carriage return.</summary>
    /// <exception cref="ArgumentException">SLCAN does not know the rate.</exception>
    public static string Command(int bitsPerSecond)
    {
        var number = All.IndexOf(bitsPerSecond);
        return number >= 0
            ? $"S{number}"
            : throw new ArgumentException($"SLCAN has no bit rate of {bitsPerSecond}; it has {string.Join(", ", All)}.", nameof(bitsPerSecond));
    }
}
