namespace HilBench.Drivers.Rsu;

/// <summary>A table of a road-side unit.</summary>
public enum RsuTable
{
    /// <summary>Messages to store and repeat.</summary>
    Stored,

    /// <summary>What is forwarded to the air at once.</summary>
    Immediate,

    /// <summary>What is forwarded from the air to a host.</summary>
    Received,

    /// <summary>What is mirrored from the unit's own transmissions to a host.</summary>
    Transmitted,
}
