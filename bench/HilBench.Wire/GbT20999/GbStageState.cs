namespace HilBench.Wire.GbT20999;

/// <summary>State of a stage (object 6.3.2).</summary>
public enum GbStageState : byte
{
    /// <summary>It has no right of way.</summary>
    Waiting = 0x10,

    /// <summary>It has right of way.</summary>
    Served = 0x20,

    /// <summary>It is getting or losing right of way.</summary>
    Changing = 0x30,
}
