using HilBench.Wire.CabinetIo;

namespace HilBench.Rigs;

/// <summary>Capability: has detector inputs that the bench drives.</summary>
public interface IDetectorInput : IDevice
{
    /// <summary>Sets the inputs; they hold until they are set again.</summary>
    void Apply(DetectorInputs inputs);
}
