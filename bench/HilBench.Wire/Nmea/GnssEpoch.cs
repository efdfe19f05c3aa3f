namespace HilBench.Wire.Nmea;

/// <summary>
/// All that a receiver says of one moment: RMC, GGA, GSA, GST, VTG and ZDA. At 10 Hz that is about 4000 octets a second: a serial line of 57600 baud
/// or more.
/// </summary>
/// <param name="Fix">The fix.</param>
/// <param name="HorizontalDeviationMetres">Standard deviation of the position in each horizontal direction.</param>
/// <param name="VerticalDeviationMetres">Standard deviation of the height.</param>
public sealed record GnssEpoch(GnssFix Fix, double HorizontalDeviationMetres = 0.5, double VerticalDeviationMetres = 0.8)
{
    /// <summary>More octets than any epoch needs.</summary>
    public const int MaximumOctets = 480;

    private const double Hdop = 0.8;
    private const double Vdop = 1.2;
    private const double Pdop = 1.4;

    /// <summary>The sentences in a receiver's style, each with its line end.</summary>
    public byte[] Encode(NmeaStyle style)
    {
        var mode = NmeaStyle.ModeOf(Fix.Quality);
        var time = Fix.Utc.TimeOfDay;
        var rmc = new RmcSentence(Fix.Utc, Fix.Valid, Fix.Latitude, Fix.Longitude, Fix.SpeedMetresPerSecond, Fix.CourseDegrees) { Mode = mode };
        var gga = new GgaSentence(
            time, Fix.Latitude, Fix.Longitude, Fix.Quality, Fix.Valid ? 12 : 0, Hdop, Fix.AltitudeMetres, Fix.GeoidSeparationMetres);
        var gsa = Fix.Valid
            ? new GsaSentence(3, [2, 5, 7, 9, 12, 13, 15, 18, 20, 25, 29, 31], Pdop, Hdop, Vdop)
            : new GsaSentence(1, [], null, null, null);
        var gst = Fix.Valid
            ? new GstSentence(
                time, HorizontalDeviationMetres, HorizontalDeviationMetres, 0, HorizontalDeviationMetres, HorizontalDeviationMetres, VerticalDeviationMetres)
            : new GstSentence(time, null, null, null, null, null, null);
        var vtg = new VtgSentence(Fix.CourseDegrees, Fix.SpeedMetresPerSecond, mode);
        return
        [
            .. rmc.Encode(style), .. gga.Encode(style), .. gsa.Encode(style), .. gst.Encode(style), .. vtg.Encode(style), .. new ZdaSentence(Fix.Utc).Encode(style),
        ];
    }
}
