namespace HilBench.Scenarios;

/// <summary>One NEMA phase of a signal plan.</summary>
public sealed record PlanPhase
{
    /// <summary>Phase number, 1 to 16.</summary>
    public required int Phase { get; init; }

    /// <summary>Ring, 1 to 4.</summary>
    public required int Ring { get; init; }

    /// <summary>Barrier group: phases of different groups are never green together.</summary>
    public required int Barrier { get; init; }

    /// <summary>Shortest green.</summary>
    public required TimeSpan MinGreen { get; init; }

    /// <summary>How long a call extends the green.</summary>
    public required TimeSpan Passage { get; init; }

    /// <summary>Longest green once another phase is called.</summary>
    public required TimeSpan MaxGreen { get; init; }

    /// <summary>Yellow change.</summary>
    public required TimeSpan Yellow { get; init; }

    /// <summary>Red clearance.</summary>
    public required TimeSpan RedClear { get; init; }

    /// <summary>Walk; zero when the phase has no pedestrian signals.</summary>
    public required TimeSpan Walk { get; init; }

    /// <summary>Pedestrian clearance.</summary>
    public required TimeSpan PedClear { get; init; }

    /// <summary>Recall.</summary>
    public required Recall Recall { get; init; }
}
