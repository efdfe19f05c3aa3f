namespace HilBench.Wire.VehicleBus;

/// <summary>Exterior lights; bit n is bit n of ExteriorLights in SAE J2735.</summary>
[Flags]
public enum VehicleLights
{
    /// <summary>All off.</summary>
    None = 0,

    /// <summary>Low beam.</summary>
    LowBeam = 1,

    /// <summary>High beam.</summary>
    HighBeam = 2,

    /// <summary>Left turn signal.</summary>
    LeftTurn = 4,

    /// <summary>Right turn signal.</summary>
    RightTurn = 8,

    /// <summary>Hazard signal.</summary>
    Hazard = 16,

    /// <summary>Automatic light control.</summary>
    AutomaticControl = 32,

    /// <summary>Daytime running lights.</summary>
    DaytimeRunning = 64,

    /// <summary>Fog light.</summary>
    Fog = 128,

    /// <summary>Parking lights.</summary>
    Parking = 256,
}
