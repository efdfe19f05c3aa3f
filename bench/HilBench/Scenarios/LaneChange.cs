namespace HilBench.Scenarios;

/// <summary>A lane gets another width.</summary>
/// <param name="Lane">Lane id.</param>
/// <param name="Width">New width in metres.</param>
public sealed record LaneChange(int Lane, double Width);
