namespace HilBench.Wire.GbT20999;

/// <summary>What a lamp group is for (object 3.2.2).</summary>
public enum GbLampGroupKind : byte
{
    /// <summary>Motor vehicles.</summary>
    Vehicles = 0x01,

    /// <summary>Bicycles and the like.</summary>
    Cycles = 0x02,

    /// <summary>Pedestrians.</summary>
    Pedestrians = 0x03,

    /// <summary>A lane.</summary>
    Lane = 0x04,

    /// <summary>A variable sign.</summary>
    VariableSign = 0x05,

    /// <summary>Buses only.</summary>
    Buses = 0x06,

    /// <summary>Trams only.</summary>
    Trams = 0x07,

    /// <summary>Something else.</summary>
    Special = 0x08,
}
