namespace HilBench.Running;

/// <summary>What a driver sees at the stop line.</summary>
public enum SignalLight
{
    /// <summary>Go.</summary>
    Green,

    /// <summary>Stop if possible.</summary>
    Yellow,

    /// <summary>Stop.</summary>
    Red,
}
