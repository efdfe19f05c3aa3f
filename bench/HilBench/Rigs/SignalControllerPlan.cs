namespace HilBench.Rigs;

/// <summary>A signal controller of a rig file.</summary>
public sealed record SignalControllerPlan : DevicePlan
{
    /// <summary>How the rig file writes this kind.</summary>
    public const string Word = "signal-controller";

    /// <inheritdoc/>
    public override string Kind => Word;
}
