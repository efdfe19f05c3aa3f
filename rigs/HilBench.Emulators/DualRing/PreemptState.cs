namespace HilBench.Emulators.DualRing;

/// <summary>State of a preempt; numbers of NTCIP 1202 preemptState.</summary>
internal enum PreemptState
{
    /// <summary>Not called.</summary>
    NotActive = 2,

    /// <summary>Called, but another one or flash is served.</summary>
    NotActiveWithCall = 3,

    /// <summary>Greens end for it.</summary>
    EntryStarted = 4,

    /// <summary>Its dwell phases are green.</summary>
    Dwell = 6,

    /// <summary>Its exit phases are about to turn green.</summary>
    ExitStarted = 8,
}
