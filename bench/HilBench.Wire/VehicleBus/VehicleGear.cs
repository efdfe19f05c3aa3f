namespace HilBench.Wire.VehicleBus;

/// <summary>Position of the transmission; numbered as in SAE J2735.</summary>
public enum VehicleGear
{
    /// <summary>Neutral.</summary>
    Neutral = 0,

    /// <summary>Park.</summary>
    Park = 1,

    /// <summary>Any forward gear.</summary>
    Forward = 2,

    /// <summary>Reverse.</summary>
    Reverse = 3,
}
