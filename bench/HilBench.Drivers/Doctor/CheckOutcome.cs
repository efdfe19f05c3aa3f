namespace HilBench.Drivers.Doctor;

/// <summary>What a check of the machine found.</summary>
public enum CheckOutcome
{
    /// <summary>It is there.</summary>
    Present,

    /// <summary>It is not there, and the default rig does without it.</summary>
    Lacking,

    /// <summary>It is not there, and the default rig needs it.</summary>
    Needed,
}
