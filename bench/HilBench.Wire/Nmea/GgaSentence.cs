using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HilBench.Wire.Nmea;

/// <summary>NMEA 0183 GGA: fix data.</summary>
/// <param name="TimeOfDay">UTC time of day of the fix, milliseconds.</param>
/// <param name="Latitude">Degrees, north positive; 0 without a fix.</param>
/// <param name="Longitude">Degrees, east positive; 0 without a fix.</param>
/// <param name="Quality">0 no fix, 1 autonomous, 2 differential, 4 RTK fixed, 5 RTK float, 8 simulator.</param>
/// <param name="Satellites">Satellites in use.</param>
/// <param name="Hdop">Horizontal dilution of precision.</param>
/// <param name="AltitudeMetres">Above mean sea level.</param>
/// <param name="GeoidSeparationMetres">Mean sea level above the WGS-84 ellipsoid.</param>
public sealed record GgaSentence(
    TimeSpan TimeOfDay,
    double Latitude,
    double Longitude,
    int Quality,
    int Satellites,
    double Hdop,
    double AltitudeMetres,
    double GeoidSeparationMetres)
{
    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence, with or without its line end.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out GgaSentence? sentence, [NotNullWhen(false)] out WireError? error)
    {
        sentence = null;
        if (!NmeaSentence.TrySplit(text, "GGA", 13, out var fields, out error))
        {
            return false;
        }

        var (latitude, longitude, satellites, hdop, altitude, separation) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        if (!NmeaSentence.TryTime(fields[1], out var time)
            || !int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out var quality)
            || (quality > 0 && !NmeaSentence.TryAngle(fields[2], fields[3], 2, 'N', 'S', out latitude))
            || (quality > 0 && !NmeaSentence.TryAngle(fields[4], fields[5], 3, 'E', 'W', out longitude))
            || (fields[7].Length > 0 && !NmeaSentence.TryNumber(fields[7], out satellites))
            || (fields[8].Length > 0 && !NmeaSentence.TryNumber(fields[8], out hdop))
            || (quality > 0 && !NmeaSentence.TryNumber(fields[9], out altitude))
            || (quality > 0 && !NmeaSentence.TryNumber(fields[11], out separation)))
        {
            error = new WireError("a field of GGA is not a time, angle or number: expected $GNGGA,hhmmss.ss,ddmm.mm,N,dddmm.mm,E,quality,satellites,hdop,alt,M,sep,M,…", 0);
            return false;
        }

        sentence = new GgaSentence(time, latitude, longitude, quality, (int)satellites, hdop, altitude, separation);
        return true;
    }

    /// <summary>The sentence with talker GN, checksum and CR LF.</summary>
    public byte[] Encode() => Encode(NmeaStyle.Usual);

    /// <summary>The sentence in a receiver's style, with checksum and CR LF.</summary>
    public byte[] Encode(NmeaStyle style)
    {
        var position = Quality > 0
            ? $"{NmeaSentence.Angle(Latitude, 2, 'N', 'S')},{NmeaSentence.Angle(Longitude, 3, 'E', 'W')}"
            : ",,,";
        var height = Quality > 0
            ? $"{NmeaSentence.Number(AltitudeMetres, "0.000")},M,{NmeaSentence.Number(GeoidSeparationMetres, "0.000")},M"
            : ",M,,M";
        var time = new DateTime(TimeOfDay.Ticks, DateTimeKind.Utc);
        return NmeaSentence.Frame(string.Create(
            CultureInfo.InvariantCulture, $"{style.Talker}GGA,{time:HHmmss.fff},{position},{Quality},{Satellites:00},{Hdop:0.0},{height},,"));
    }
}
