using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Nmea;

namespace HilBench.Drivers;

/// <summary>
/// Stands in for the GNSS receiver of an on-board unit, on a stream: each fix is an epoch of six sentences. Heights of the bench are above the
/// ellipsoid; what goes out is above mean sea level, with the geoid separation beside it, as receivers do.
/// </summary>
/// <param name="plan">What the rig file says of the unit.</param>
/// <param name="line">The bench's end of the line to its GNSS input.</param>
/// <param name="style">How the sentences are worded.</param>
/// <param name="geoidSeparationMetres">Mean sea level above the WGS-84 ellipsoid at the site, m; about -34 in Michigan.</param>
public sealed class GnssReceiverDriver(DevicePlan plan, IStreamPort line, NmeaStyle style, double geoidSeparationMetres = 0) : IGnssInput, IDeviceWatch
{
    /// <summary>What the receiver sends in a second at 10 Hz, at most; ask the line for it before the run.</summary>
    public const int OctetsPerSecond = 10 * GnssEpoch.MaximumOctets;

    /// <inheritdoc/>
    public DevicePlan Plan => plan;

    string IDeviceWatch.Device => plan.Name;

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public void Report(GnssFix fix)
    {
        if (Fault is not null)
        {
            return;
        }

        var above = fix with
        {
            AltitudeMetres = fix.EllipsoidHeightMetres - geoidSeparationMetres,
            GeoidSeparationMetres = geoidSeparationMetres,
        };
        try
        {
            line.Send(new GnssEpoch(above).Encode(style));
        }
        catch (LinkException exception)
        {
            // A unit without position is the unit's case, not the end of the run.
            Fault = exception.Message;
        }
    }
}
