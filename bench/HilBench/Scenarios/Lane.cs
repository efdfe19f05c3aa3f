using System.Collections.Immutable;
using HilBench.Geometry;

namespace HilBench.Scenarios;

/// <summary>A lane of a site.</summary>
/// <param name="Id">Lane id, 1 to 255.</param>
/// <param name="Use">Who uses it.</param>
/// <param name="Direction">Which way it leads.</param>
/// <param name="Width">Width in metres.</param>
/// <param name="Path">
/// Centre line, at least two points. The first is the one at the intersection (for an ingress lane the middle of its stop
/// line), the others lead away from it.
/// </param>
/// <param name="Approach">Number of the leg it belongs to, 1 to 15; null when not said.</param>
public sealed record Lane(int Id, LaneUse Use, LaneDirection Direction, double Width, ImmutableArray<LocalPoint> Path, int? Approach);
