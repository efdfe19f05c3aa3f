using HilBench.Rigs;

namespace HilBench.Drivers.UpperTester;

/// <summary>A request to an Upper Tester failed. The message says which station, what was asked, what came back and what to do.</summary>
/// <param name="message">The message.</param>
public sealed class UpperTesterException(string message) : RigException(message);
