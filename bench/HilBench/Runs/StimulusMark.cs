using HilBench.Links;

namespace HilBench.Runs;

/// <summary>Something that the bench put to a controller.</summary>
/// <param name="At">When.</param>
/// <param name="Tap">Tap it was recorded on.</param>
/// <param name="Kind"><c>vehicle call</c>, <c>pedestrian call</c> or <c>plan</c>.</param>
/// <param name="Number">Phase 1 to 16, or number of the plan.</param>
public sealed record StimulusMark(Instant At, string Tap, string Kind, int Number);
