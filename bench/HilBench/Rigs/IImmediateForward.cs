using HilBench.Wire.ImmediateForward;

namespace HilBench.Rigs;

/// <summary>Capability: puts a message on the air at once.</summary>
public interface IImmediateForward : IDevice
{
    /// <summary>Hands it a message.</summary>
    /// <returns>Ends when it was handed over, as far as the interface tells.</returns>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    /// <exception cref="Links.LinkException">It could not be sent.</exception>
    Task ForwardAsync(ImmediateForwardMessage message, CancellationToken cancellation);
}
