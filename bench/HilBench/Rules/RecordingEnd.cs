using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Measuring;

namespace HilBench.Rules;

/// <summary>What is known when a recording has been read to its end.</summary>
/// <param name="First">Stamp of its first observation on any tap but the bench's own clock.</param>
/// <param name="Last">Stamp of its last observation on any tap but the bench's own clock.</param>
/// <param name="Complete">True when the recording holds the bench's end marker: the run was not cut off.</param>
/// <param name="Clock">
/// The clock of the stamps. Its uncertainty is zero under the virtual clock, from the bench's recorded self-test under the wall clock,
/// null when nothing is known (a capture from the field).
/// </param>
/// <param name="Taps">Names of all taps of the recording, silent ones too.</param>
public sealed record RecordingEnd(Instant First, Instant Last, bool Complete, StampClock Clock, ImmutableArray<string> Taps)
{
    /// <summary>Bound on the error of a difference of two stamps; null when nothing is known.</summary>
    public TimeSpan? TimingUncertainty => Clock.Uncertainty;

    /// <summary>Length of the recording.</summary>
    public TimeSpan Length => Last - First;
}
