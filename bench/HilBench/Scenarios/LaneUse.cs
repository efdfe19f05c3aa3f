namespace HilBench.Scenarios;

/// <summary>Who uses a lane.</summary>
public enum LaneUse
{
    /// <summary>Motor vehicles.</summary>
    Vehicle,

    /// <summary>Pedestrians crossing a leg.</summary>
    Crosswalk,

    /// <summary>Others (bicycles, rails, medians, parking …): kept, but not driven on.</summary>
    Other,
}
