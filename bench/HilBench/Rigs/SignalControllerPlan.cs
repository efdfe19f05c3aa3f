namespace HilBench.Rigs;

/// <summary>A signal controller of a rig file.</summary>
public sealed record SignalControllerPlan : DevicePlan
{
    /// <summary>How the rig file writes this kind.</summary>
    public const string Word = "signal-controller";

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>How it is spoken to by GB/T 20999; null when it is not.</summary>
    public GbT20999Plan? GbT20999 { get; init; }

    /// <summary>Whether the bench switches its SPaT feed on by an object of Econolite's; else the feed is switched on at the controller.</summary>
    public bool EnablesFeed { get; init; }
}
