namespace HilBench.Emulators;

/// <summary>Which call a phase has without any detector.</summary>
public enum Recall
{
    /// <summary>None: it is served when called.</summary>
    None,

    /// <summary>A vehicle call in every cycle.</summary>
    Min,

    /// <summary>A vehicle call in every cycle, held for the maximum green.</summary>
    Max,

    /// <summary>A pedestrian call in every cycle.</summary>
    Ped,
}
