namespace HilBench.Reports.Html;

/// <summary>How many purposes ended one way, and how many of those may support a certificate.</summary>
internal sealed record OutcomeCount(Outcome Outcome, int Count, int Certifiable);
