using HilBench.Judging;

namespace HilBench.Runs;

/// <summary>How a run was made.</summary>
/// <param name="Clock"><c>virtual</c> or <c>wall</c>; <c>unknown</c> for a capture from the field.</param>
/// <param name="Links"><c>memory</c> or <c>udp</c>; <c>unknown</c> for a capture from the field.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Evidence">Which minimum evidence was asked for.</param>
/// <param name="TimingUncertaintyMilliseconds">Bound on the error of a difference of two stamps, in ms; null when nothing is known of the clock.</param>
/// <param name="TimingUncertaintyBasis">How that bound was found.</param>
public sealed record RunMethod(
    string Clock,
    string Links,
    int Seed,
    EvidenceLevel Evidence,
    double? TimingUncertaintyMilliseconds,
    string TimingUncertaintyBasis);
