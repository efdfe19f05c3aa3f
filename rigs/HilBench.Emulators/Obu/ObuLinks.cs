using HilBench.Links;
using HilBench.Wire.VehicleBus;

namespace HilBench.Emulators.Obu;

/// <summary>What an on-board unit is connected to. What is null is not connected.</summary>
public sealed record ObuLinks
{
    /// <summary>The air interface.</summary>
    public required IDatagramPort Air { get; init; }

    /// <summary>A GNSS receiver that sends one fix a datagram.</summary>
    public IDatagramPort? Gnss { get; init; }

    /// <summary>A GNSS receiver on a line.</summary>
    public IStreamPort? GnssLine { get; init; }

    /// <summary>The line of the CAN adapter through which the bench plays the vehicle's bus.</summary>
    public IStreamPort? VehicleBus { get; init; }

    /// <summary>Messages and signals of the vehicle's bus; needed with <see cref="VehicleBus"/>.</summary>
    public DbcFile? VehicleBusDescription { get; init; }

    /// <summary>Where its warnings go. Only with it the unit listens to the air.</summary>
    public IAlertSink? Alerts { get; init; }
}
