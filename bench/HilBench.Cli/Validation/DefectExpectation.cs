using System.Collections.Immutable;

namespace HilBench.Cli.Validation;

/// <summary>A row of <c>fixtures/catalogues/defects.csv</c>: which purposes a seeded defect must fail.</summary>
/// <param name="Defect">Name of the defect.</param>
/// <param name="Device">Kind of device that has it.</param>
/// <param name="Purposes">Ids of the purposes that must fail, no others may.</param>
internal sealed record DefectExpectation(string Defect, string Device, ImmutableArray<string> Purposes);
