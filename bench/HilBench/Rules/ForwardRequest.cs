using HilBench.Observing;
using HilBench.Wire.ImmediateForward;

namespace HilBench.Rules;

/// <summary>A message that an RSU was handed to forward at once, and that has not been seen on the air.</summary>
/// <param name="sent">The datagram.</param>
/// <param name="message">What it asks for.</param>
internal sealed class ForwardRequest(Observation sent, ImmediateForwardMessage message)
{
    /// <summary>The datagram.</summary>
    public Observation Sent => sent;

    /// <summary>What it asks for.</summary>
    public ImmediateForwardMessage Message => message;

    /// <summary>An air message that looks like an altered copy of it; null when there is none.</summary>
    public (Observation Observation, ReadOnlyMemory<byte> Payload)? Altered { get; set; }
}
