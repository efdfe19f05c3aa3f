using System.Collections.Immutable;
using HilBench.Rigs;

namespace HilBench.Observing;

/// <summary>What a device stated of itself, before or after the run (tap <c>bench.clock</c>).</summary>
/// <param name="Device">The device.</param>
/// <param name="AfterRun">False before the first stimulus, true after the last.</param>
/// <param name="Items">Identity, versions and readable configuration, in the device's order.</param>
public sealed record ConfigurationContent(string Device, bool AfterRun, ImmutableArray<ConfigurationItem> Items) : Content;
