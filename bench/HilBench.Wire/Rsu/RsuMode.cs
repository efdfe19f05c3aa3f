namespace HilBench.Wire.Rsu;

/// <summary>What a road-side unit is told to do. The numbers differ between the MIBs.</summary>
public enum RsuMode
{
    /// <summary>Silent on the air, can be configured.</summary>
    Standby,

    /// <summary>Working.</summary>
    Operate,

    /// <summary>Switched off but for its management; RSU 4.1 only.</summary>
    Off,
}
