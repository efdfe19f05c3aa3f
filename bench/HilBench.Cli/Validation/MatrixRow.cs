using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Cli.Validation;

/// <summary>What the suite says of one rig.</summary>
/// <param name="Device">Kind of the device with the defect; empty for the clean rig.</param>
/// <param name="Defect">Name of the defect; <see cref="Clean"/> for the clean rig.</param>
/// <param name="Verdicts">The verdict on each purpose, in the order of the matrix.</param>
internal sealed record MatrixRow(string Device, string Defect, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>Stands for a rig without defects.</summary>
    public const string Clean = "clean";
}
