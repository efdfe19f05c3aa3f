namespace HilBench.Reports.Html;

/// <summary>A mark of the timeline that leads somewhere: the address inside the page, its name for those who do not see it, and its path.</summary>
internal sealed record TimelineLink(string Address, string Name, string Path);
