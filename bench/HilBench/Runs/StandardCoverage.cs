using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>What the catalogue knows of one standard besides the purposes that a run judged.</summary>
/// <param name="Standard">Standard.</param>
/// <param name="Edition">Edition, and through which public text it was read.</param>
/// <param name="NotSelected">Ids of purposes that are executable and were not judged.</param>
/// <param name="NotExecutable">Purposes that are not executable, by what is missing.</param>
public sealed record StandardCoverage(string Standard, string Edition, ImmutableArray<string> NotSelected, ImmutableArray<MissingPurposes> NotExecutable);
