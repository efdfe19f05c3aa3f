using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Nmea;

/// <summary>NMEA 0183 GST: how far the position may be off, as standard deviations.</summary>
/// <param name="TimeOfDay">UTC time of day of the fix, milliseconds.</param>
/// <param name="SemiMajorMetres">Half the long axis of the error ellipse; null when the field is empty.</param>
/// <param name="SemiMinorMetres">Half the short axis of the error ellipse; null when the field is empty.</param>
/// <param name="OrientationDegrees">Direction of the long axis from true north; null when the field is empty.</param>
/// <param name="LatitudeMetres">Deviation of the latitude; null when the field is empty.</param>
/// <param name="LongitudeMetres">Deviation of the longitude; null when the field is empty.</param>
/// <param name="AltitudeMetres">Deviation of the altitude; null when the field is empty.</param>
public sealed record GstSentence(
    TimeSpan TimeOfDay,
    double? SemiMajorMetres,
    double? SemiMinorMetres,
    double? OrientationDegrees,
    double? LatitudeMetres,
    double? LongitudeMetres,
    double? AltitudeMetres)
{
    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence, with or without its line end.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out GstSentence? sentence, [NotNullWhen(false)] out WireError? error)
    {
        sentence = null;
        if (!NmeaSentence.TrySplit(text, "GST", 9, out var fields, out error))
        {
            return false;
        }

        if (!NmeaSentence.TryTime(fields[1], out var time)
            || !NmeaSentence.TryOptional(fields[3], out var major)
            || !NmeaSentence.TryOptional(fields[4], out var minor)
            || !NmeaSentence.TryOptional(fields[5], out var orientation)
            || !NmeaSentence.TryOptional(fields[6], out var latitude)
            || !NmeaSentence.TryOptional(fields[7], out var longitude)
            || !NmeaSentence.TryOptional(fields[8], out var altitude))
        {
            error = new WireError("a field of GST is not a time or number: expected $GNGST,hhmmss.ss,rms,major,minor,orientation,lat,lon,alt", 0);
            return false;
        }

        sentence = new GstSentence(time, major, minor, orientation, latitude, longitude, altitude);
        return true;
    }

    /// <summary>The sentence in a receiver's style, with checksum and CR LF; the range residuals are left empty.</summary>
    public byte[] Encode(NmeaStyle style) => NmeaSentence.Frame(
        $"{style.Talker}GST,{NmeaSentence.Time(TimeOfDay)},,{Metres(SemiMajorMetres)},{Metres(SemiMinorMetres)},{NmeaSentence.Optional(OrientationDegrees, "0.0")},{Metres(LatitudeMetres)},{Metres(LongitudeMetres)},{Metres(AltitudeMetres)}");

    private static string Metres(double? metres) => NmeaSentence.Optional(metres, "0.000");
}
