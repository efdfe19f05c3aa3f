using System.Collections.Immutable;

namespace HilBench.Judging;

/// <summary>A row of <c>fixtures/catalogues/defects.csv</c>: which purposes a seeded defect must fail.</summary>
/// <param name="Name">Name of the defect.</param>
/// <param name="Device">Kind of device that has it: <c>signal-controller</c>, <c>rsu</c>, <c>obu</c>.</param>
/// <param name="Breaks">Ids of the purposes that must fail; no others may.</param>
public sealed record SeededDefect(string Name, string Device, ImmutableArray<string> Breaks);
