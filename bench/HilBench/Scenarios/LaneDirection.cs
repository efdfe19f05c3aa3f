namespace HilBench.Scenarios;

/// <summary>Which way a lane leads.</summary>
[Flags]
public enum LaneDirection
{
    /// <summary>Neither way.</summary>
    None = 0,

    /// <summary>Into the intersection.</summary>
    Ingress = 1,

    /// <summary>Out of it.</summary>
    Egress = 2,

    /// <summary>Both ways, as a crosswalk does.</summary>
    Both = Ingress | Egress,
}
