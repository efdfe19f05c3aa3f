namespace HilBench.Drivers.Ntcip1202;

/// <summary>A SPaT feed that a controller can be told to send; numbers of the enabling object (Econolite, SPaT MIB support document).</summary>
public enum SpatFeed
{
    /// <summary>None.</summary>
    Off = 0,

    /// <summary>TSCBM of 241 octets.</summary>
    Spat = 2,

    /// <summary>TSCBM of 245 octets, with pedestrian calls and detects.</summary>
    SpatWithPedestrians = 6,
}
