namespace HilBench.Wire.GbT20999;

/// <summary>Who leads the intersection, and how (objects 13.2.2 and 17.4). The upper four bits: centre 1, local 2, special 3.</summary>
public enum GbRunMode : byte
{
    /// <summary>The centre leads.</summary>
    Centre = 0x10,

    /// <summary>The centre's timetable.</summary>
    CentreTimetable = 0x11,

    /// <summary>The centre optimises.</summary>
    CentreOptimised = 0x12,

    /// <summary>The centre coordinates.</summary>
    CentreCoordinated = 0x13,

    /// <summary>The centre adapts.</summary>
    CentreAdaptive = 0x14,

    /// <summary>Somebody at the centre leads by hand.</summary>
    CentreManual = 0x15,

    /// <summary>The controller leads.</summary>
    Local = 0x20,

    /// <summary>Fixed times.</summary>
    LocalFixedTime = 0x21,

    /// <summary>Actuated by vehicles.</summary>
    LocalActuated = 0x22,

    /// <summary>Coordinated without a centre.</summary>
    LocalCoordinated = 0x23,

    /// <summary>The controller adapts.</summary>
    LocalAdaptive = 0x24,

    /// <summary>Somebody at the cabinet leads by hand.</summary>
    LocalManual = 0x25,

    /// <summary>A special mode.</summary>
    Special = 0x30,

    /// <summary>Yellow flashes.</summary>
    Flash = 0x31,

    /// <summary>All red.</summary>
    AllRed = 0x32,

    /// <summary>All lamps dark.</summary>
    AllOff = 0x33,
}
