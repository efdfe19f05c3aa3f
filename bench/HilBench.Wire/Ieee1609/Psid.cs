using System.Buffers.Binary;
using System.Globalization;

namespace HilBench.Wire.Ieee1609;

/// <summary>Provider Service Identifier (IEEE 1609.12): a number that is written p-encoded in 1 to 4 octets.</summary>
/// <param name="Value">The number, 0 to <see cref="Greatest"/>. SPaT is 0x82, on the wire 80 02.</param>
public readonly record struct Psid(uint Value)
{
    /// <summary>The greatest number that four octets hold.</summary>
    public const uint Greatest = 0x1020_407F;

    /// <summary>Vehicle to vehicle safety and awareness: basic safety messages.</summary>
    public static Psid VehicleSafety => new(0x20);

    /// <summary>Intersection safety and awareness: SPaT and, with some RSUs, MAP. p-encoded 0x8002.</summary>
    public static Psid IntersectionSafety => new(0x82);

    /// <summary>Map data. p-encoded 0xE0000017.</summary>
    public static Psid MapData => new(0x20_4097);

    /// <summary>Octets of the p-encoding, 1 to 4.</summary>
    public int EncodedLength => Value switch
    {
        < 0x80 => 1,
        < 0x4080 => 2,
        < 0x20_4080 => 3,
        _ => 4,
    };

    /// <summary>Reads a p-encoded identifier at the start of the octets.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="psid">The identifier.</param>
    /// <param name="length">How many octets it took.</param>
    public static bool TryRead(ReadOnlySpan<byte> octets, out Psid psid, out int length)
    {
        (psid, length) = (default, 0);
        if (octets.IsEmpty || octets[0] >= 0xF0)
        {
            return false;
        }

        length = octets[0] switch { < 0x80 => 1, < 0xC0 => 2, < 0xE0 => 3, _ => 4 };
        if (octets.Length < length)
        {
            return false;
        }

        // IEEE 1609.12 p-encoding: the leading one bits count the further octets, each length starts where the shorter one ends.
        psid = new Psid(length switch
        {
            1 => octets[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(octets) - 0x8000u + 0x80,
            3 => ((uint)(octets[0] & 0x1F) << 16) + BinaryPrimitives.ReadUInt16BigEndian(octets[1..]) + 0x4080,
            _ => BinaryPrimitives.ReadUInt32BigEndian(octets) - 0xE000_0000u + 0x20_4080,
        });
        return true;
    }

    /// <summary>Writes the p-encoding.</summary>
    /// <param name="destination">Room for <see cref="EncodedLength"/> octets.</param>
    /// <returns>The number of octets written.</returns>
    /// <exception cref="InvalidOperationException">The value is greater than <see cref="Greatest"/>.</exception>
    public int Write(Span<byte> destination)
    {
        if (Value > Greatest)
        {
            throw new InvalidOperationException($"PSID 0x{Value:X} is greater than 0x{Greatest:X}, the greatest that four octets hold.");
        }

        var length = EncodedLength;
        var encoded = length switch
        {
            1 => Value,
            2 => Value - 0x80 + 0x8000,
            3 => Value - 0x4080 + 0xC0_0000,
            _ => Value - 0x20_4080 + 0xE000_0000,
        };
        for (var index = length - 1; index >= 0; index--)
        {
            destination[index] = (byte)encoded;
            encoded >>= 8;
        }

        return length;
    }

    /// <summary>The p-encoded form in hexadecimal, as RSU configurations write it, for example <c>0x8002</c>.</summary>
    public override string ToString()
    {
        Span<byte> octets = stackalloc byte[4];
        return string.Create(CultureInfo.InvariantCulture, $"0x{Convert.ToHexString(octets[..Write(octets)])}");
    }
}
