using System.Buffers.Binary;
using System.Collections.Immutable;

namespace HilBench.Wire.GbT20999;

/// <summary>Date and time in seven octets: u16 year, then month, day, hour, minute, second.</summary>
public static class GbTime
{
    /// <summary>Octets of a date and time.</summary>
    public const int Length = 7;

    /// <summary>The octets of a time, cut to whole seconds.</summary>
    public static ImmutableArray<byte> Write(DateTimeOffset time)
    {
        var octets = new byte[Length];
        BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)time.Year);
        (octets[2], octets[3], octets[4], octets[5], octets[6]) =
            ((byte)time.Month, (byte)time.Day, (byte)time.Hour, (byte)time.Minute, (byte)time.Second);
        return [.. octets];
    }

    /// <summary>Reads a time, taken as UTC.</summary>
    /// <returns>Null when the octets are none.</returns>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> octets)
    {
        if (octets.Length != Length)
        {
            return null;
        }

        int year = BinaryPrimitives.ReadUInt16BigEndian(octets);
        return year is >= 1 and <= 9999 && octets[2] is >= 1 and <= 12 && octets[3] >= 1 && octets[3] <= DateTime.DaysInMonth(year, octets[2])
            && octets[4] < 24 && octets[5] < 60 && octets[6] < 60
            ? new DateTimeOffset(year, octets[2], octets[3], octets[4], octets[5], octets[6], TimeSpan.Zero)
            : null;
    }
}
