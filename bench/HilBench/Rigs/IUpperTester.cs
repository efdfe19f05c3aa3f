using HilBench.Wire.UpperTester;

namespace HilBench.Rigs;

/// <summary>Capability: does what a test system asks it over the Upper Tester (ETSI TR 103 099 annex C), and tells what it received.</summary>
public interface IUpperTester : IDevice
{
    /// <summary>Asks for something and waits for the answer.</summary>
    /// <param name="request">A request.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The answer; it says that the request is done.</returns>
    /// <exception cref="RigException">No answer, or one that says that the request is not done or not supported.</exception>
    Task<UpperTesterMessage> AskAsync(UpperTesterMessage request, CancellationToken cancellation);

    /// <summary>Called on the event loop for each message that the device tells of.</summary>
    Action<ReceptionEvent>? Reported { get; set; }
}
