using HilBench.Rigs;

namespace HilBench.Drivers.Tci;

/// <summary>A request over the Test Control Interface failed. The message says which device, what was asked, what came back and what to do.</summary>
/// <param name="message">The message.</param>
public sealed class TciRequestException(string message) : RigException(message);
