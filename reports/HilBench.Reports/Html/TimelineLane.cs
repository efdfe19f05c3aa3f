using System.Collections.Immutable;

namespace HilBench.Reports.Html;

/// <summary>A lane of the timeline: its label, its top, and shapes by CSS class, each a path.</summary>
internal sealed record TimelineLane(string Label, double Top, double Height, ImmutableArray<(string Class, string Path)> Shapes)
{
    /// <summary>Address inside the page that the label leads to; null where it leads nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>Marks that lead to what they stand for.</summary>
    public ImmutableArray<TimelineLink> Links { get; init; } = [];
}
