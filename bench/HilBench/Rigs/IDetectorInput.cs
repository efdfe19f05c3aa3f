using HilBench.Wire.CabinetIo;

namespace HilBench.Rigs;

/// <summary>Capability: has detector inputs that the bench drives.</summary>
public interface IDetectorInput : IDevice
{
    /// <summary>Sets the inputs; they hold until they are set again. A call during another one replaces what is not yet set.</summary>
    /// <returns>Ends when they are set, as far as the interface tells.</returns>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    /// <exception cref="Links.LinkException">They could not be sent.</exception>
    Task ApplyAsync(DetectorInputs inputs, CancellationToken cancellation);
}
