using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>Points at an observation in the recording.</summary>
/// <param name="Packet">Packet number in the capture, from 1.</param>
/// <param name="Tap">Tap it was seen on.</param>
/// <param name="At">When it was seen.</param>
public sealed record ObservationRef(int Packet, string Tap, Instant At)
{
    /// <summary>Points at an observation.</summary>
    public static ObservationRef To(Observation observation) => new(observation.Number, observation.Tap, observation.At);
}
