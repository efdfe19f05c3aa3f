namespace HilBench.Scene;

/// <summary>What a signal shows in a picture.</summary>
public enum SignalState
{
    /// <summary>Nothing is lit, or nothing is told.</summary>
    Unknown,

    /// <summary>Red, or don't walk.</summary>
    Red,

    /// <summary>Yellow, or flashing don't walk.</summary>
    Yellow,

    /// <summary>Green, or walk.</summary>
    Green,
}
