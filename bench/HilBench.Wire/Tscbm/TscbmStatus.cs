namespace HilBench.Wire.Tscbm;

/// <summary>Intersection status octet of a TSCBM (octet 232).</summary>
[Flags]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1028:Enum Storage should be Int32", Justification = "One octet on the wire.")]
public enum TscbmStatus : byte
{
    /// <summary>Nothing to report.</summary>
    None = 0,

    /// <summary>Manual control is enabled.</summary>
    ManualControl = 0x01,

    /// <summary>Stop time is active in all rings.</summary>
    StopTime = 0x02,

    /// <summary>Flash because of a fault.</summary>
    FaultFlash = 0x04,

    /// <summary>A preempt is active.</summary>
    Preempt = 0x08,

    /// <summary>Transit signal priority is active.</summary>
    Priority = 0x10,

    /// <summary>Coordinated and in step.</summary>
    Coordinated = 0x20,

    /// <summary>Coordinated and in transition.</summary>
    CoordinationTransition = 0x40,

    /// <summary>Flash by programme.</summary>
    ProgrammedFlash = 0x80,
}
