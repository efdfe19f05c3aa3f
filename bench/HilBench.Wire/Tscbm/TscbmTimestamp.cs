using System.Buffers.Binary;

namespace HilBench.Wire.Tscbm;

/// <summary>
/// The five time octets of a TSCBM. Two readings are in use and the octets do not say which: hour, minute, second, u16 ms
/// (V2I Hub ICD Table 3-4) and 24-bit seconds of the day, u16 ms (Econolite, SPaT MIB support document).
/// </summary>
/// <param name="First">Hour, or bits 23..16 of the seconds of the day.</param>
/// <param name="Second">Minute, or bits 15..8 of the seconds of the day.</param>
/// <param name="Third">Second, or bits 7..0 of the seconds of the day.</param>
/// <param name="Milliseconds">Milliseconds of the second.</param>
public readonly record struct TscbmTimestamp(byte First, byte Second, byte Third, ushort Milliseconds)
{
    /// <summary>Octets of the time stamp.</summary>
    public const int Length = 5;

    /// <summary>Time of day read as hour, minute, second; null when the octets cannot be that.</summary>
    public TimeSpan? AsHourMinuteSecond => First < 24 && Second < 60 && Third <= 60 && Milliseconds < 1000
        ? new TimeSpan(0, First, Second, Third, Milliseconds)
        : null;

    /// <summary>Time of day read as seconds of the day; null when the octets cannot be that.</summary>
    public TimeSpan? AsSecondsOfDay
    {
        get
        {
            var seconds = (First << 16) | (Second << 8) | Third;
            return seconds < 86_400 && Milliseconds < 1000 ? TimeSpan.FromMilliseconds((seconds * 1000L) + Milliseconds) : null;
        }
    }

    /// <summary>The time stamp of a time of day as hour, minute, second.</summary>
    public static TscbmTimestamp FromHourMinuteSecond(TimeSpan timeOfDay) =>
        new((byte)timeOfDay.Hours, (byte)timeOfDay.Minutes, (byte)timeOfDay.Seconds, (ushort)timeOfDay.Milliseconds);

    /// <summary>The time stamp of a time of day as seconds of the day.</summary>
    public static TscbmTimestamp FromSecondsOfDay(TimeSpan timeOfDay)
    {
        var seconds = (int)timeOfDay.TotalSeconds;
        return new((byte)(seconds >> 16), (byte)(seconds >> 8), (byte)seconds, (ushort)timeOfDay.Milliseconds);
    }

    internal static TscbmTimestamp Read(ReadOnlySpan<byte> octets) =>
        new(octets[0], octets[1], octets[2], BinaryPrimitives.ReadUInt16BigEndian(octets[3..]));

    internal void Write(Span<byte> octets)
    {
        octets[0] = First;
        octets[1] = Second;
        octets[2] = Third;
        BinaryPrimitives.WriteUInt16BigEndian(octets[3..], Milliseconds);
    }
}
