namespace HilBench.Observing;

/// <summary>The bench lost a device, or the device refused what the run needs of it (tap <c>bench.clock</c>). What follows on its taps is judged all the same.</summary>
/// <param name="Device">The device.</param>
/// <param name="Reason">What happened, in one sentence, with place and remedy.</param>
public sealed record DeviceFaultContent(string Device, string Reason) : Content;
