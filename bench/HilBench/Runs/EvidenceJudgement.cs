using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>What judging evidence again gave.</summary>
/// <param name="Record">The record, computed from the capture alone.</param>
/// <param name="Differences">Where the evidence disagrees with itself, one sentence each: changed files, verdicts that are not those of the stored record. Empty when all agree.</param>
public sealed record EvidenceJudgement(RunRecord Record, ImmutableArray<string> Differences);
