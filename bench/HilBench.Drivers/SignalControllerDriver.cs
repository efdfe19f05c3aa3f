using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.CabinetIo;

namespace HilBench.Drivers;

/// <summary>Drives the detector inputs of a signal controller by the detector rack of its cabinet.</summary>
/// <param name="plan">What the rig file says of the controller.</param>
/// <param name="detectors">The bench's end of the detector rack's link.</param>
public sealed class SignalControllerDriver(SignalControllerPlan plan, IDatagramPort detectors) : IDetectorInput
{
    /// <inheritdoc/>
    public DevicePlan Plan => plan;

    /// <inheritdoc/>
    public Task ApplyAsync(DetectorInputs inputs, CancellationToken cancellation)
    {
        detectors.Send(inputs.Encode());
        return Task.CompletedTask;
    }
}
