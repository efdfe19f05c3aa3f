using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HilBench.Wire.Nmea;

/// <summary>NMEA 0183 RMC: recommended minimum data.</summary>
/// <param name="Utc">Time of the fix, milliseconds.</param>
/// <param name="Valid">True for status A, false for V (warning: no fix).</param>
/// <param name="Latitude">Degrees, north positive; 0 when not valid.</param>
/// <param name="Longitude">Degrees, east positive; 0 when not valid.</param>
/// <param name="SpeedMetresPerSecond">Speed over ground; 0 when the field is empty.</param>
/// <param name="CourseDegrees">Course over ground from true north, 0 to 360; null when the field is empty, as receivers leave it at rest.</param>
public sealed record RmcSentence(
    DateTimeOffset Utc, bool Valid, double Latitude, double Longitude, double SpeedMetresPerSecond, double? CourseDegrees)
{
    internal const double MetresPerSecondPerKnot = 1852.0 / 3600;

    /// <summary>
    /// How the position was found, since NMEA 0183 2.3: A autonomous, D differential, R RTK fixed, F RTK float, E estimated, S simulator, N no fix.
    /// Null where an older receiver writes none; null is written as A or N.
    /// </summary>
    public char? Mode { get; init; }

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence, with or without its line end.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out RmcSentence? sentence, [NotNullWhen(false)] out WireError? error)
    {
        sentence = null;
        if (!NmeaSentence.TrySplit(text, "RMC", 10, out var fields, out error))
        {
            return false;
        }

        var valid = fields[2] == "A";
        var (latitude, longitude, speed, course) = (0.0, 0.0, 0.0, 0.0);
        if (!NmeaSentence.TryTime(fields[1], out var time)
            || !DateTime.TryParseExact(fields[9], "ddMMyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || (valid && !NmeaSentence.TryAngle(fields[3], fields[4], 2, 'N', 'S', out latitude))
            || (valid && !NmeaSentence.TryAngle(fields[5], fields[6], 3, 'E', 'W', out longitude))
            || (fields[7].Length > 0 && !NmeaSentence.TryNumber(fields[7], out speed))
            || (fields[8].Length > 0 && !NmeaSentence.TryNumber(fields[8], out course)))
        {
            error = new WireError("a field of RMC is not a time, date, angle or number: expected $GNRMC,hhmmss.ss,A,ddmm.mm,N,dddmm.mm,E,knots,course,ddmmyy,…", 0);
            return false;
        }

        sentence = new RmcSentence(
            new DateTimeOffset(date, TimeSpan.Zero) + time, valid, latitude, longitude, speed * MetresPerSecondPerKnot, fields[8].Length > 0 ? course : null)
        {
            Mode = fields.Length > 12 && fields[12].Length == 1 ? fields[12][0] : null,
        };
        return true;
    }

    /// <summary>The sentence with talker GN, checksum and CR LF.</summary>
    public byte[] Encode() => Encode(NmeaStyle.Usual);

    /// <summary>The sentence in a receiver's style, with checksum and CR LF.</summary>
    public byte[] Encode(NmeaStyle style)
    {
        var position = Valid
            ? $"{NmeaSentence.Angle(Latitude, 2, 'N', 'S')},{NmeaSentence.Angle(Longitude, 3, 'E', 'W')}"
            : ",,,";
        var speed = NmeaSentence.Number(SpeedMetresPerSecond / MetresPerSecondPerKnot, "0.000");
        var course = CourseDegrees is { } degrees ? NmeaSentence.Number(degrees, "0.000") : "";
        return NmeaSentence.Frame(string.Create(
            CultureInfo.InvariantCulture,
            $"{style.Talker}RMC,{Utc.UtcDateTime:HHmmss.fff},{(Valid ? 'A' : 'V')},{position},{speed},{course},{Utc.UtcDateTime:ddMMyy},,{style.Mode(Mode ?? (Valid ? 'A' : 'N'))}"));
    }
}
