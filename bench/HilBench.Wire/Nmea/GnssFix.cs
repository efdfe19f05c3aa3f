using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Nmea;

/// <summary>One fix as a GNSS receiver reports it: an RMC and a GGA sentence of one time in one datagram.</summary>
/// <param name="Utc">Time of the fix, milliseconds.</param>
/// <param name="Latitude">Degrees WGS-84, north positive.</param>
/// <param name="Longitude">Degrees WGS-84, east positive.</param>
/// <param name="AltitudeMetres">Above mean sea level.</param>
/// <param name="GeoidSeparationMetres">Mean sea level above the WGS-84 ellipsoid.</param>
/// <param name="SpeedMetresPerSecond">Speed over ground.</param>
/// <param name="CourseDegrees">Course over ground from true north; null at rest.</param>
/// <param name="Quality">GGA quality; 0 is no fix, and then only the time counts.</param>
public sealed record GnssFix(
    DateTimeOffset Utc,
    double Latitude,
    double Longitude,
    double AltitudeMetres,
    double GeoidSeparationMetres,
    double SpeedMetresPerSecond,
    double? CourseDegrees,
    int Quality = 1)
{
    /// <summary>Metres above the WGS-84 ellipsoid, which is what V2X messages carry.</summary>
    public double EllipsoidHeightMetres => AltitudeMetres + GeoidSeparationMetres;

    /// <summary>Whether there is a position.</summary>
    public bool Valid => Quality > 0;

    /// <summary>Reads a datagram that holds an RMC and a GGA sentence of one time, in either order; other sentences are skipped.</summary>
    /// <param name="datagram">The sentences.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> datagram, [NotNullWhen(true)] out GnssFix? fix, [NotNullWhen(false)] out WireError? error)
    {
        fix = null;
        error = null;
        RmcSentence? rmc = null;
        GgaSentence? gga = null;
        var offset = 0;
        while (offset < datagram.Length)
        {
            var end = datagram[offset..].IndexOf((byte)'\n');
            var line = end < 0 ? datagram[offset..] : datagram.Slice(offset, end + 1);
            var formatter = line.Length > 6 ? line[3..6] : default;
            if ((formatter.SequenceEqual("RMC"u8) && !RmcSentence.TryParse(line, out rmc, out error))
                || (formatter.SequenceEqual("GGA"u8) && !GgaSentence.TryParse(line, out gga, out error)))
            {
                error = error!.Value with { Offset = offset + error.Value.Offset };
                return false;
            }

            offset += line.Length;
        }

        if (rmc is null || gga is null || rmc.Utc.TimeOfDay != gga.TimeOfDay)
        {
            error = new WireError("expected an RMC and a GGA sentence of one time", 0);
            return false;
        }

        fix = new GnssFix(
            rmc.Utc,
            rmc.Latitude,
            rmc.Longitude,
            gga.AltitudeMetres,
            gga.GeoidSeparationMetres,
            rmc.SpeedMetresPerSecond,
            rmc.CourseDegrees,
            rmc.Valid ? gga.Quality : 0);
        return true;
    }

    /// <summary>RMC and GGA, each with its line end. Twelve satellites and a dilution of 0.8 are stated.</summary>
    public byte[] Encode()
    {
        var rmc = new RmcSentence(Utc, Valid, Latitude, Longitude, SpeedMetresPerSecond, CourseDegrees);
        var gga = new GgaSentence(Utc.TimeOfDay, Latitude, Longitude, Quality, Valid ? 12 : 0, 0.8, AltitudeMetres, GeoidSeparationMetres);
        return [.. rmc.Encode(), .. gga.Encode()];
    }
}
