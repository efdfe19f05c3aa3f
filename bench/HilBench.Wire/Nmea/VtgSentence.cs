using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Nmea;

/// <summary>NMEA 0183 VTG: course and speed over ground.</summary>
/// <param name="CourseDegrees">Course from true north; null when the field is empty, as receivers leave it at rest.</param>
/// <param name="SpeedMetresPerSecond">Speed over ground; null when the field is empty.</param>
/// <param name="Mode">Mode letter as in RMC; null where an older receiver writes none.</param>
public sealed record VtgSentence(double? CourseDegrees, double? SpeedMetresPerSecond, char? Mode)
{
    private const double KilometresPerHour = 3.6;

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence, with or without its line end.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out VtgSentence? sentence, [NotNullWhen(false)] out WireError? error)
    {
        sentence = null;
        if (!NmeaSentence.TrySplit(text, "VTG", 9, out var fields, out error))
        {
            return false;
        }

        if (!NmeaSentence.TryOptional(fields[1], out var course) || !NmeaSentence.TryOptional(fields[5], out var knots))
        {
            error = new WireError("a field of VTG is no number: expected $GNVTG,course,T,course,M,knots,N,km/h,K", 0);
            return false;
        }

        sentence = new VtgSentence(course, knots * RmcSentence.MetresPerSecondPerKnot, fields.Length > 9 && fields[9].Length == 1 ? fields[9][0] : null);
        return true;
    }

    /// <summary>The sentence in a receiver's style, with checksum and CR LF; the magnetic course is left empty.</summary>
    public byte[] Encode(NmeaStyle style)
    {
        var knots = NmeaSentence.Optional(SpeedMetresPerSecond / RmcSentence.MetresPerSecondPerKnot, "0.000");
        var kilometres = NmeaSentence.Optional(SpeedMetresPerSecond * KilometresPerHour, "0.000");
        return NmeaSentence.Frame(
            $"{style.Talker}VTG,{NmeaSentence.Optional(CourseDegrees, "0.000")},T,,M,{knots},N,{kilometres},K{style.Mode(Mode ?? 'A')}");
    }
}
