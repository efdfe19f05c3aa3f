namespace HilBench.Watch.Following;

/// <summary>How far a run is.</summary>
internal enum RunStage
{
    /// <summary>Its evidence folder is not there yet, or nothing is recorded.</summary>
    Preparing,

    /// <summary>The scenario happens.</summary>
    Running,

    /// <summary>The recording is complete, and is being judged.</summary>
    Judging,

    /// <summary>Everything is written.</summary>
    Over,
}
