namespace HilBench.Wire.AirWrappers;

/// <summary>What a capture or a receiving unit says of a frame's way over the air; null where it does not say it.</summary>
public sealed record RadioReport
{
    /// <summary>True when the unit that captured received the frame, false when it sent it.</summary>
    public bool? Received { get; init; }

    /// <summary>Channel number, IEEE 802.11 5 GHz numbering, for example 178 or 183.</summary>
    public int? Channel { get; init; }

    /// <summary>Strength of the received signal, in dBm.</summary>
    public int? SignalDbm { get; init; }

    /// <summary>Strength of the noise, in dBm.</summary>
    public int? NoiseDbm { get; init; }

    /// <summary>Power that it was sent with, in dBm.</summary>
    public int? PowerDbm { get; init; }

    /// <summary>Data rate, in kbit/s.</summary>
    public int? KilobitsPerSecond { get; init; }

    /// <summary>Channel busy ratio, 0 to 1.</summary>
    public double? BusyRatio { get; init; }

    /// <summary>When the unit says it was, in ms since 2004-01-01T00:00:00 of the unit's clock.</summary>
    public long? UnitMilliseconds { get; init; }
}
