using HilBench.Rigs;
using HilBench.Wire.UpperTester;

namespace HilBench.Drivers.UpperTester;

/// <summary>A station behind an Upper Tester as a run has it: with what proves on its air that a request was done.</summary>
/// <param name="tester">Speaks to the station.</param>
/// <param name="air">What watches its air.</param>
public sealed class ProvenStation(UpperTesterDriver tester, EtsiAirWatch air) : IUpperTester
{
    /// <inheritdoc/>
    public DevicePlan Plan => tester.Plan;

    /// <inheritdoc/>
    public Action<ReceptionEvent>? Reported
    {
        get => tester.Reported;
        set => tester.Reported = value;
    }

    /// <inheritdoc/>
    public Task<UpperTesterMessage> AskAsync(UpperTesterMessage request, CancellationToken cancellation) => tester.AskAsync(request, cancellation);

    /// <summary>Requests whose answer is believed only when the air shows what was asked.</summary>
    /// <param name="patience">How long the air may take.</param>
    public ProvenRequests Proven(TimeSpan patience) => new(tester, air, patience);
}
