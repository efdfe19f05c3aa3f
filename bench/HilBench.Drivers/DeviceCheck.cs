using System.Collections.Immutable;
using HilBench.Rigs;

namespace HilBench.Drivers;

/// <summary>What a check of a rig found of one device.</summary>
/// <param name="Plan">What the rig file says of it.</param>
/// <param name="Faults">What is wrong, one sentence each with place and remedy; empty for a device that works.</param>
/// <param name="Taps">What was heard and sent on its taps.</param>
/// <param name="Statement">What it states of itself: identity, versions, configuration; empty where its interfaces do not tell.</param>
public sealed record DeviceCheck(
    DevicePlan Plan, ImmutableArray<string> Faults, ImmutableArray<TapCheck> Taps, ImmutableArray<ConfigurationItem> Statement);
