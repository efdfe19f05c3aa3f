using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Runs;

/// <summary>Purposes of one standard that are not executable for the same reason.</summary>
/// <param name="Needs">What is missing.</param>
/// <param name="Purposes">Their ids.</param>
public sealed record MissingPurposes(PurposeNeed Needs, ImmutableArray<string> Purposes);
