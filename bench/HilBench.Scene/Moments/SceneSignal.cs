namespace HilBench.Scene;

/// <summary>One signal group at a moment.</summary>
/// <param name="Group">Signal group, 1 to 255.</param>
/// <param name="IsPedestrian">Whether it rules pedestrians only.</param>
/// <param name="State">What it shows.</param>
/// <param name="Source">Who says so: <c>lamps</c> (the truth), <c>feed</c> (the controller) or <c>SPaT</c> (the RSU).</param>
/// <param name="Claimed">What the SPaT on the air says; unknown without one.</param>
/// <param name="MinSeconds">Least time until it changes, in s, as the SPaT or, without one, the controller's feed says; null when not told.</param>
/// <param name="MaxSeconds">Greatest time until it changes, in s; null when not told.</param>
public sealed record SceneSignal(int Group, bool IsPedestrian, SignalState State, string Source, SignalState Claimed, double? MinSeconds, double? MaxSeconds)
{
    /// <summary>Whether the SPaT says something else than the lamps or the feed.</summary>
    public bool IsContradicted => Claimed != SignalState.Unknown && State != SignalState.Unknown && Claimed != State;
}
