using System.Collections.Immutable;

namespace HilBench.Reports.Html;

/// <summary>A lane of the timeline: its label, its top, and shapes by CSS class, each a path.</summary>
internal sealed record TimelineLane(string Label, double Top, double Height, ImmutableArray<(string Class, string Path)> Shapes);
