using HilBench.Wire.ImmediateForward;

namespace HilBench.Rigs;

/// <summary>Capability: stores a message and repeats it on the air.</summary>
public interface IStoreAndRepeat : IDevice
{
    /// <summary>Installs a message; it takes the place of the one of the same type.</summary>
    void Store(ImmediateForwardMessage message);
}
