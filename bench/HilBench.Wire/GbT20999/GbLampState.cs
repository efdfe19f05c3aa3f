namespace HilBench.Wire.GbT20999;

/// <summary>State of a lamp group (object 3.3.1).</summary>
public enum GbLampState : byte
{
    /// <summary>Dark.</summary>
    Off = 0x01,

    /// <summary>Red.</summary>
    Red = 0x10,

    /// <summary>Red flashes.</summary>
    RedFlash = 0x11,

    /// <summary>Red flashes fast.</summary>
    RedFastFlash = 0x12,

    /// <summary>Green.</summary>
    Green = 0x20,

    /// <summary>Green flashes.</summary>
    GreenFlash = 0x21,

    /// <summary>Green flashes fast.</summary>
    GreenFastFlash = 0x22,

    /// <summary>Yellow.</summary>
    Yellow = 0x30,

    /// <summary>Yellow flashes.</summary>
    YellowFlash = 0x31,

    /// <summary>Yellow flashes fast.</summary>
    YellowFastFlash = 0x32,

    /// <summary>Red and yellow together.</summary>
    RedYellow = 0x40,
}
