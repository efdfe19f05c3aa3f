namespace HilBench.Measuring;

/// <summary>How a measurement stands to its limit.</summary>
public enum LimitOutcome
{
    /// <summary>Every sample keeps the limit, and the uncertainty is known and small enough to say so.</summary>
    Within,

    /// <summary>A sample breaks the limit by more than the uncertainty, or what was to be measured never came.</summary>
    Outside,

    /// <summary>Neither can be said: no sample, an uncertainty that is unknown or too large, or lateness of the bench itself.</summary>
    Undecidable,
}
