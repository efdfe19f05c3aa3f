namespace HilBench.Wire.Rsu;

/// <summary>Which MIB a road-side unit is managed by.</summary>
public enum RsuMib
{
    /// <summary>The MIB of the USDOT RSU specification 4.1.</summary>
    Rsu41,

    /// <summary>NTCIP 1218.</summary>
    Ntcip1218,
}
