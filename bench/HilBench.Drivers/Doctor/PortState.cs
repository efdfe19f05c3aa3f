namespace HilBench.Drivers.Doctor;

/// <summary>Whether a port can be listened on.</summary>
public enum PortState
{
    /// <summary>Nobody uses it.</summary>
    Free,

    /// <summary>Another program listens on it.</summary>
    InUse,

    /// <summary>This user may not.</summary>
    NotAllowed,
}
