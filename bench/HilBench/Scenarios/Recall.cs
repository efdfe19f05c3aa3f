namespace HilBench.Scenarios;

/// <summary>Which call a phase has without any detector.</summary>
public enum Recall
{
    /// <summary>None: it is served when called.</summary>
    None,

    /// <summary>Served every cycle for its minimum green.</summary>
    Min,

    /// <summary>Served every cycle for its maximum green.</summary>
    Max,

    /// <summary>Served every cycle with its pedestrian signals.</summary>
    Ped,
}
