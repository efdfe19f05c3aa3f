namespace HilBench.Wire.VehicleBus;

/// <summary>A signal of a DBC file: where its bits are and how they are scaled.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Start">Start bit as DBC counts: bit n is bit n % 8 of octet n / 8. Of little-endian signals the lowest bit, of big-endian ones the highest.</param>
/// <param name="Length">Bits, 1 to 64.</param>
/// <param name="BigEndian">Byte order: <c>@0</c> is big-endian (Motorola), <c>@1</c> little-endian (Intel).</param>
/// <param name="TwosComplement">Whether the raw value has a sign.</param>
/// <param name="Factor">Value of one raw unit; not 0.</param>
/// <param name="Offset">Value of raw 0.</param>
/// <param name="Unit">Unit of the value, as the file says.</param>
/// <param name="Meaning">What it is bound to; null for a signal that units do not need.</param>
public sealed record DbcSignal(
    string Name, int Start, int Length, bool BigEndian, bool TwosComplement, double Factor, double Offset, string Unit, VehicleSignal? Meaning = null)
{
    /// <summary>Whether its bits are all within a message.</summary>
    public bool FitsIn(int octets)
    {
        for (var bit = 0; bit < Length; bit++)
        {
            var at = Position(bit);
            if (at < 0 || at >= 8 * octets)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value in a message that it fits in.</summary>
    public double Read(ReadOnlySpan<byte> data)
    {
        var raw = 0UL;
        for (var bit = 0; bit < Length; bit++)
        {
            var at = Position(bit);
            raw |= ((ulong)(data[at / 8] >> (at % 8)) & 1) << bit;
        }

        var shift = 64 - Length;
        return ((TwosComplement ? (long)(raw << shift) >> shift : (double)raw) * Factor) + Offset;
    }

    /// <summary>Puts a value into a message that it fits in: rounded to the nearest step, and to the nearest end when it is out of range.</summary>
    public void Write(Span<byte> data, double value)
    {
        var steps = Math.Round((value - Offset) / Factor, MidpointRounding.AwayFromZero);
        var (least, most) = TwosComplement ? (-Math.Pow(2, Length - 1), Math.Pow(2, Length - 1) - 1) : (0, Math.Pow(2, Length) - 1);
        var inside = double.IsNaN(steps) ? 0 : Math.Clamp(steps, least, most);

        // Conversions saturate: 2^64 - 1 has no double of its own.
        var raw = TwosComplement ? unchecked((ulong)(long)inside) : (ulong)inside;
        for (var bit = 0; bit < Length; bit++)
        {
            var at = Position(bit);
            var mask = (byte)(1 << (at % 8));
            data[at / 8] = (byte)((raw >> bit & 1) != 0 ? data[at / 8] | mask : data[at / 8] & ~mask);
        }
    }

    /// <summary>Where a bit of the raw value is, bit 0 the lowest. Big-endian signals run from the start bit down, then on in the next octet from its bit 7.</summary>
    private int Position(int bit)
    {
        if (!BigEndian)
        {
            return Start + bit;
        }

        var fromHighest = Length - 1 - bit;
        var sequential = (8 * (Start / 8)) + (7 - (Start % 8)) + fromHighest;
        return (8 * (sequential / 8)) + (7 - (sequential % 8));
    }
}
