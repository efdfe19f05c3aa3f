using HilBench.Wire.CabinetIo;

namespace HilBench.Observing;

/// <summary>What the detectors and push buttons tell a controller.</summary>
/// <param name="Inputs">The inputs.</param>
public sealed record DetectorContent(DetectorInputs Inputs) : Content;
