namespace HilBench.Measuring;

/// <summary>What the judge says of a measurement and its limit.</summary>
/// <param name="Outcome">Within, outside, or not decidable.</param>
/// <param name="Reason">Why, in one phrase with numbers and unit.</param>
public sealed record LimitDecision(LimitOutcome Outcome, string Reason);
