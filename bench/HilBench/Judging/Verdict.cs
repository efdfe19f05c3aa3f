namespace HilBench.Judging;

/// <summary>
/// Outcome of a test purpose or a run, in the order of TTCN-3 (ES 201 873-1): a verdict only ever gets worse.
/// </summary>
public enum Verdict
{
    /// <summary>Nothing was judged, for example because the purpose does not apply to this rig.</summary>
    None,

    /// <summary>The declared minimum evidence is there and no rule was broken.</summary>
    Pass,

    /// <summary>Evidence is missing or too uncertain; the reason names what.</summary>
    Inconclusive,

    /// <summary>A rule was broken by the device; findings prove it.</summary>
    Fail,

    /// <summary>The bench itself is at fault; nothing is said about the device.</summary>
    Error,
}
