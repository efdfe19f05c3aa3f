using System.Collections.Immutable;

namespace HilBench.Observing;

/// <summary>The world as the bench made it, at one moment (tap <c>truth</c>).</summary>
/// <param name="Vehicles">The vehicles on the site.</param>
public sealed record TruthContent(ImmutableArray<VehicleTruth> Vehicles) : Content;
