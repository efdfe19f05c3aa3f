using HilBench.Links;

namespace HilBench.Rules;

/// <summary>What is known when a recording has been read to its end.</summary>
/// <param name="First">Stamp of its first observation.</param>
/// <param name="Last">Stamp of its last observation.</param>
/// <param name="Complete">True when the recording holds the bench's end marker: the run was not cut off.</param>
/// <param name="TimingUncertainty">
/// Bound on the error of a difference of two stamps: zero under the virtual clock, from the bench's recorded self-test under the wall clock,
/// null when nothing is known of the clock (a capture from the field).
/// </param>
public sealed record RecordingEnd(Instant First, Instant Last, bool Complete, TimeSpan? TimingUncertainty);
