using HilBench.Links;

namespace HilBench.Runs;

/// <summary>A signal group begins to show something.</summary>
/// <param name="At">When.</param>
/// <param name="Shows"><c>red</c>, <c>yellow</c> or <c>green</c>; for pedestrians don't walk, flashing don't walk, walk.</param>
public sealed record SignalStep(Instant At, string Shows);
