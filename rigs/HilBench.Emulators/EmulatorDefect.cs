namespace HilBench.Emulators;

/// <summary>A switchable fault of an emulator that a suite must catch.</summary>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="Device">Kind of device that can have it: <c>signal-controller</c>, <c>rsu</c>, <c>obu</c>.</param>
/// <param name="Description">What the device does wrong.</param>
public sealed record EmulatorDefect(string Name, string Device, string Description);
