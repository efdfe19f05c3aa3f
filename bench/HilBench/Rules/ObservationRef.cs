using HilBench.Links;

namespace HilBench.Rules;

/// <summary>Points at an observation in the recording.</summary>
/// <param name="Packet">Packet number in the capture, from 1.</param>
/// <param name="Tap">Tap it was seen on.</param>
/// <param name="At">When it was seen.</param>
public sealed record ObservationRef(int Packet, string Tap, Instant At);
