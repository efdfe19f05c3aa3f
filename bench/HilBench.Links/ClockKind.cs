namespace HilBench.Links;

/// <summary>The two clocks of the event loop.</summary>
public enum ClockKind
{
    /// <summary>Simulated: when nothing is ready, time jumps to the next timer.</summary>
    Virtual,

    /// <summary>Real time in UTC.</summary>
    Wall,
}
