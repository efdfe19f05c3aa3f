namespace HilBench.Cli.Progress;

/// <summary>Shows which stage of a command runs, how far it is, and what is left.</summary>
internal interface IStageDisplay
{
    /// <summary>Ends the stage before, and begins the next one.</summary>
    void Begin();

    /// <summary>Tells how far the stage is.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="detail">What it does now, in a few words.</param>
    void Advance(double share, string detail);
}
