using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.CabinetIo;

namespace HilBench.Drivers;

/// <summary>Watches a controller's lamps by the output monitor of its cabinet.</summary>
public sealed class LampMonitor : ISignalOutput
{
    /// <summary>Connects the monitor.</summary>
    /// <param name="plan">What the rig file says of the controller.</param>
    /// <param name="lamps">The bench's end of the lamp monitor's link.</param>
    public LampMonitor(SignalControllerPlan plan, IDatagramPort lamps)
    {
        Plan = plan;
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
}
