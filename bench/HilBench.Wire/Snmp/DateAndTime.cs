using System.Buffers.Binary;

namespace HilBench.Wire.Snmp;

/// <summary>
/// DateAndTime (RFC 2579 2): year (2 octets), month, day, hour, minutes, seconds, tenths; three more octets give the offset from UTC. The MIB of RSU 4.1
/// takes the first six only.
/// </summary>
public static class DateAndTime
{
    /// <summary>Octets of the form without an offset.</summary>
    public const int Length = 8;

    /// <summary>Octets of the form that ends with the minutes.</summary>
    public const int MinutesLength = 6;

    private const int OffsetLength = 11;

    /// <summary>Writes the form of eight octets; tenths of a second are kept.</summary>
    public static byte[] Encode(DateTimeOffset time)
    {
        var octets = new byte[Length];
        BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)time.Year);
        (octets[2], octets[3], octets[4]) = ((byte)time.Month, (byte)time.Day, (byte)time.Hour);
        (octets[5], octets[6], octets[7]) = ((byte)time.Minute, (byte)time.Second, (byte)(time.Millisecond / 100));
        return octets;
    }

    /// <summary>Writes the form of six octets.</summary>
    public static byte[] EncodeMinutes(DateTimeOffset time) => Encode(time)[..MinutesLength];

    /// <summary>Reads a form of 6, 8 or 11 octets.</summary>
    /// <param name="octets">The octets; none, or zeros only, say that there is no time.</param>
    /// <param name="offset">Offset from UTC of the forms that do not give one.</param>
    /// <param name="time">The time; null for none.</param>
    /// <returns>Whether the octets are a form of a time, or of none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> octets, TimeSpan offset, out DateTimeOffset? time)
    {
        time = null;
        if (octets.Length is not (0 or MinutesLength or Length or OffsetLength))
        {
            return false;
        }

        if (!octets.ContainsAnyExcept((byte)0))
        {
            return true;
        }

        if (octets.Length == OffsetLength)
        {
            if (octets[8] is not ((byte)'+' or (byte)'-') || octets[9] > 13 || octets[10] > 59)
            {
                return false;
            }

            offset = new TimeSpan(octets[9], octets[10], 0);
            offset = octets[8] == (byte)'-' ? -offset : offset;
        }

        var year = BinaryPrimitives.ReadUInt16BigEndian(octets);
        var (seconds, tenths) = octets.Length == MinutesLength ? (0, 0) : (octets[6], octets[7]);

        // 1 and 9999 are left to the offset; 60 is a leap second.
        if (year is < 2 or > 9998 || octets[2] is < 1 or > 12 || octets[3] < 1 || octets[3] > DateTime.DaysInMonth(year, octets[2])
            || octets[4] > 23 || octets[5] > 59 || seconds > 60 || tenths > 9)
        {
            return false;
        }

        time = new DateTimeOffset(year, octets[2], octets[3], octets[4], octets[5], Math.Min(seconds, 59), tenths * 100, offset);
        return true;
    }
}
