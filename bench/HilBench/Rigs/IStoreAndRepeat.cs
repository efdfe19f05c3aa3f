using HilBench.Wire.ImmediateForward;

namespace HilBench.Rigs;

/// <summary>Capability: stores a message and repeats it on the air.</summary>
public interface IStoreAndRepeat : IDevice
{
    /// <summary>Installs a message; it takes the place of the one of the same type.</summary>
    /// <returns>Ends when the device has it, as far as the interface tells.</returns>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    /// <exception cref="Links.LinkException">It could not be sent.</exception>
    Task StoreAsync(ImmediateForwardMessage message, CancellationToken cancellation);
}
