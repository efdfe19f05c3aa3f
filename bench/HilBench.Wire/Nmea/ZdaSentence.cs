using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HilBench.Wire.Nmea;

/// <summary>NMEA 0183 ZDA: date and time of day.</summary>
/// <param name="Utc">The time, milliseconds.</param>
public sealed record ZdaSentence(DateTimeOffset Utc)
{
    /// <summary>Reads a sentence; its local zone is left alone.</summary>
    /// <param name="text">The sentence, with or without its line end.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ZdaSentence? sentence, [NotNullWhen(false)] out WireError? error)
    {
        sentence = null;
        if (!NmeaSentence.TrySplit(text, "ZDA", 5, out var fields, out error))
        {
            return false;
        }

        if (!NmeaSentence.TryTime(fields[1], out var time)
            || !DateTime.TryParseExact($"{fields[2]}{fields[3]}{fields[4]}", "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year == 9999)
        {
            error = new WireError("a field of ZDA is not a time or date: expected $GNZDA,hhmmss.ss,dd,mm,yyyy,zone,minutes", 0);
            return false;
        }

        sentence = new ZdaSentence(new DateTimeOffset(date, TimeSpan.Zero) + time);
        return true;
    }

    /// <summary>The sentence in a receiver's style, with checksum and CR LF.</summary>
    public byte[] Encode(NmeaStyle style) => NmeaSentence.Frame(
        string.Create(CultureInfo.InvariantCulture, $"{style.Talker}ZDA,{Utc.UtcDateTime:HHmmss.fff},{Utc.UtcDateTime:dd,MM,yyyy},00,00"));
}
