namespace HilBench.Drivers.Doctor;

/// <summary>Whether a daemon answers.</summary>
public enum DaemonState
{
    /// <summary>It answers.</summary>
    Answers,

    /// <summary>There is none.</summary>
    Absent,

    /// <summary>This user may not ask it.</summary>
    NotAllowed,
}
