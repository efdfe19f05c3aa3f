namespace HilBench.Wire.VehicleBus;

/// <summary>State of ABS, traction control or stability control; numbered as in SAE J2735.</summary>
public enum VehicleControl
{
    /// <summary>Not fitted, or not known.</summary>
    Unavailable = 0,

    /// <summary>Switched off.</summary>
    Off = 1,

    /// <summary>Ready, not at work.</summary>
    On = 2,

    /// <summary>At work.</summary>
    Engaged = 3,
}
