using System.Collections.Immutable;

namespace HilBench.Scenarios;

/// <summary>The site's MAP changes: it is installed again with new content and the next revision.</summary>
/// <param name="At">When, after the start.</param>
/// <param name="Lanes">Lanes that change.</param>
public sealed record MapChange(TimeSpan At, ImmutableArray<LaneChange> Lanes);
