using HilBench.Wire.ImmediateForward;

namespace HilBench.Rigs;

/// <summary>Capability: puts a message on the air at once.</summary>
public interface IImmediateForward : IDevice
{
    /// <summary>Hands it a message.</summary>
    void Forward(ImmediateForwardMessage message);
}
