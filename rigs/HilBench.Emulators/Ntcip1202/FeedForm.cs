namespace HilBench.Emulators.Ntcip1202;

/// <summary>Which feed a controller sends; numbers of the enabling object (Econolite, SPaT MIB support document).</summary>
internal enum FeedForm
{
    /// <summary>None.</summary>
    Off = 0,

    /// <summary>TSCBM of 241 octets.</summary>
    Spat = 2,

    /// <summary>TSCBM of 245 octets, with pedestrian calls and detects.</summary>
    SpatWithPedestrians = 6,
}
