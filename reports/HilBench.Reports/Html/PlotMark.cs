namespace HilBench.Reports.Html;

/// <summary>A labelled place on an axis.</summary>
internal sealed record PlotMark(double Position, string Label);
