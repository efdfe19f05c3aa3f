namespace HilBench.Scenarios;

/// <summary>A vehicle that crosses the site, with or without an on-board unit in it.</summary>
public sealed record VehicleTrip
{
    /// <summary>Length of a vehicle whose length is not stated, in metres.</summary>
    public const double UsualLength = 4.6;

    /// <summary>Width of a vehicle whose width is not stated, in metres.</summary>
    public const double UsualWidth = 1.9;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the on-board unit in the rig; null when it carries none.</summary>
    public required string? Device { get; init; }

    /// <summary>Ingress lane.</summary>
    public required int From { get; init; }

    /// <summary>Egress lane.</summary>
    public required int To { get; init; }

    /// <summary>When it appears at the far end of its ingress lane, after the start.</summary>
    public required TimeSpan Enters { get; init; }

    /// <summary>How long it is parked there before it drives.</summary>
    public required TimeSpan Waits { get; init; }

    /// <summary>How long it is parked at the far end of its egress lane before it disappears.</summary>
    public required TimeSpan Stays { get; init; }

    /// <summary>Desired speed, in m/s.</summary>
    public required double Speed { get; init; }

    /// <summary>Whether it drives on as if its light were green, whatever its signal shows.</summary>
    public bool IgnoresSignal { get; init; }

    /// <summary>Whether it drives as if nobody were ahead of it, so that it closes in: what a warning is for.</summary>
    public bool IgnoresTraffic { get; init; }

    /// <summary>Length in metres.</summary>
    public required double Length { get; init; }

    /// <summary>Width in metres.</summary>
    public required double Width { get; init; }
}
