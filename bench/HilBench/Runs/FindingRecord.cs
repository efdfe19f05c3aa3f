using HilBench.Rules;

namespace HilBench.Runs;

/// <summary>A finding with the message that proves it, so that a report needs no decoder.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Message">The offending message; null when the finding is about silence, or beyond the first few of a rule.</param>
public sealed record FindingRecord(Finding Finding, MessageExcerpt? Message);
