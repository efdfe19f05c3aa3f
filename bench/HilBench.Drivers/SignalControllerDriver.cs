using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.CabinetIo;

namespace HilBench.Drivers;

/// <summary>Speaks to a signal controller: drives its detector inputs and watches its lamps.</summary>
public sealed class SignalControllerDriver : IDetectorInput, ISignalOutput
{
    private readonly IDatagramPort _detectors;

    /// <summary>Connects the driver.</summary>
    /// <param name="plan">What the rig file says of the controller.</param>
    /// <param name="lamps">The bench's end of the lamp monitor's link.</param>
    /// <param name="detectors">The bench's end of the detector rack's link.</param>
    public SignalControllerDriver(SignalControllerPlan plan, IDatagramPort lamps, IDatagramPort detectors)
    {
        Plan = plan;
        _detectors = detectors;
        lamps.Received = datagram =>
        {
            // What cannot be read is for the rules to judge: it is recorded.
            if (LampStates.TryParse(datagram.Bytes.Span, out var states, out _))
            {
                Lamps = states;
            }
        };
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <inheritdoc/>
    public LampStates? Lamps { get; private set; }

    /// <inheritdoc/>
    public Task ApplyAsync(DetectorInputs inputs, CancellationToken cancellation)
    {
        _detectors.Send(inputs.Encode());
        return Task.CompletedTask;
    }
}
