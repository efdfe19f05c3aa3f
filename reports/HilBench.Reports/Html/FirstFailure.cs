using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>What went wrong first: the purpose and, where there is one, the finding.</summary>
internal sealed record FirstFailure(PurposeRecord Purpose, FindingRecord? Record);
