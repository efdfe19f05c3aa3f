namespace HilBench.Emulators.DualRing;

/// <summary>What is ordered from outside beside calls, as levels. In phase bitmaps bit 0 is phase 1, in ring bitmaps ring 1. All zero: the engine runs freely.</summary>
internal readonly record struct EngineControls
{
    /// <summary>Phases that are not served; their calls wait.</summary>
    public ushort PhaseOmit { get; init; }

    /// <summary>Phases whose pedestrians are not served; their calls wait.</summary>
    public ushort PedOmit { get; init; }

    /// <summary>Phases that stay green.</summary>
    public ushort Hold { get; init; }

    /// <summary>Phases that end their green when minimum and pedestrian times are over and another phase is called. A hold is stronger.</summary>
    public ushort ForceOff { get; init; }

    /// <summary>Rings whose timers stand.</summary>
    public byte StopTime { get; init; }

    /// <summary>Rings whose green is forced off as long as this lasts.</summary>
    public byte RingForceOff { get; init; }

    /// <summary>Rings that use the second maximum green.</summary>
    public byte Max2 { get; init; }

    /// <summary>Rings that use the third maximum green; it goes before the second.</summary>
    public byte Max3 { get; init; }

    /// <summary>Rings whose greens do not end by their maximum.</summary>
    public byte MaxInhibit { get; init; }

    /// <summary>Rings that serve pedestrians again in the same green while the maximum leaves time for it.</summary>
    public byte PedRecycle { get; init; }

    /// <summary>Rings that rest in red when nobody calls.</summary>
    public byte RedRest { get; init; }

    /// <summary>Rings without red clearance.</summary>
    public byte OmitRedClear { get; init; }

    /// <summary>Number of the preempt that is called; of several the lowest; 0 for none.</summary>
    public int Preempt { get; init; }

    /// <summary>Whether the intersection is to flash. Stronger than a preempt.</summary>
    public bool Flash { get; init; }

    /// <summary>Whether a greatest time of change can be given at all.</summary>
    public bool Bounded => (Hold | StopTime | MaxInhibit | RedRest | Preempt) == 0 && !Flash;

    public static bool Has(int bitmap, int number) => ((bitmap >> (number - 1)) & 1) != 0;
}
