using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>What one signal group showed.</summary>
/// <param name="Device">Controller that shows it.</param>
/// <param name="Group">Signal group, 1 to 254.</param>
/// <param name="Pedestrian">True for a pedestrian group.</param>
/// <param name="Changes">Changes in time order, the first thing shown among them: the first 500.</param>
/// <param name="Omitted">Changes beyond those.</param>
public sealed record SignalTrack(string Device, int Group, bool Pedestrian, ImmutableArray<SignalStep> Changes, long Omitted);
