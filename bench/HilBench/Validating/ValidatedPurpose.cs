using HilBench.Judging;

namespace HilBench.Validating;

/// <summary>A purpose that was validated.</summary>
/// <param name="Row">Its row in the catalogue.</param>
/// <param name="Rule">Name of its rule.</param>
/// <param name="RuleStatement">The rule in words.</param>
public sealed record ValidatedPurpose(CatalogueRow Row, string Rule, string RuleStatement);
