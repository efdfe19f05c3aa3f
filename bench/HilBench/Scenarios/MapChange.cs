using System.Collections.Immutable;

namespace HilBench.Scenarios;

/// <summary>The site's MAP changes: it is installed again with new content and the next revision.</summary>
/// <param name="At">When, after the start.</param>
/// <param name="Lanes">Lanes that change.</param>
public sealed record MapChange(TimeSpan At, ImmutableArray<LaneChange> Lanes)
{
    /// <summary>The site with the change.</summary>
    public Site Apply(Site site) => site with
    {
        Lanes = [.. site.Lanes.Select(lane => Lanes.FirstOrDefault(change => change.Lane == lane.Id) is { } change ? lane with { Width = change.Width } : lane)],
    };
}
