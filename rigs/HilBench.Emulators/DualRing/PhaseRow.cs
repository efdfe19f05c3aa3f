namespace HilBench.Emulators.DualRing;

/// <summary>A phase's timing in ticks of a tenth of a second.</summary>
internal readonly record struct PhaseRow(int MinGreen, int Passage, int MaxGreen, int Yellow, int RedClear, int Walk, int PedClear, Recall Recall)
{
    /// <summary>Red revert of phases that have no other: 2 s, the least of NEMA TS2.</summary>
    public const int UsualRedRevert = 20;

    /// <summary>The second maximum green.</summary>
    public int Max2 { get; init; } = MaxGreen;

    /// <summary>The third maximum green.</summary>
    public int Max3 { get; init; } = MaxGreen;

    /// <summary>Least red before a phase whose own green went before may turn green again.</summary>
    public int RedRevert { get; init; } = UsualRedRevert;

    /// <summary>From the end of green to the end of red clearance.</summary>
    public int Change => Yellow + RedClear;

    /// <summary>The maximum green of a set.</summary>
    /// <param name="set">1, 2 or 3.</param>
    public int Maximum(int set) => set switch
    {
        2 => Max2,
        3 => Max3,
        _ => MaxGreen,
    };

    /// <summary>Green that a conflicting call ends at the latest, when it is there from the beginning.</summary>
    /// <param name="set">The set of maximum greens in force: 1, 2 or 3.</param>
    public int GreatestGreen(int set) => Math.Max(Math.Max(MinGreen, Maximum(set)), Walk + PedClear);

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
