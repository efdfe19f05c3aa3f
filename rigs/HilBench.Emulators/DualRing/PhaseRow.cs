namespace HilBench.Emulators.DualRing;

/// <summary>A phase's timing in ticks of a tenth of a second.</summary>
internal readonly record struct PhaseRow(int MinGreen, int Passage, int MaxGreen, int Yellow, int RedClear, int Walk, int PedClear, Recall Recall)
{
    /// <summary>From the end of green to the end of red clearance.</summary>
    public int Change => Yellow + RedClear;

    /// <summary>Green that a conflicting call ends at the latest, when it is there from the beginning.</summary>
    public int GreatestGreen => Math.Max(Math.Max(MinGreen, MaxGreen), Walk + PedClear);

    public static PhaseRow From(PhaseTiming timing) => new(
        Ticks(timing.MinGreenSeconds),
        Math.Max(1, Ticks(timing.PassageSeconds)), // a vehicle on the detector holds the green for the tick it is there
        Ticks(timing.MaxGreenSeconds),
        Ticks(timing.YellowSeconds),
        Ticks(timing.RedClearSeconds),
        Ticks(timing.WalkSeconds),
        Ticks(timing.PedClearSeconds),
        timing.Recall);

    private static int Ticks(double seconds) => (int)Math.Round(seconds * 10, MidpointRounding.AwayFromZero);
}
