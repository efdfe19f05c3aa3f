namespace HilBench.Rigs;

/// <summary>The objects by which a road-side unit is managed.</summary>
public enum RsuMib
{
    /// <summary>RSU specification 4.1.</summary>
    Rsu41,

    /// <summary>NTCIP 1218.</summary>
    Ntcip1218,
}
