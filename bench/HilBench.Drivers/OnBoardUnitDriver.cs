using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Nmea;

namespace HilBench.Drivers;

/// <summary>Speaks to an on-board unit: reports positions to it as a GNSS receiver does.</summary>
/// <param name="plan">What the rig file says of the unit.</param>
/// <param name="gnss">The bench's end of the link to its GNSS input.</param>
public sealed class OnBoardUnitDriver(DevicePlan plan, IDatagramPort gnss) : IGnssInput
{
    /// <inheritdoc/>
    public DevicePlan Plan => plan;

    /// <inheritdoc/>
    public void Report(GnssFix fix) => gnss.Send(fix.Encode());
}
