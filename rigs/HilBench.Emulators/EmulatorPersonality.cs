namespace HilBench.Emulators;

/// <summary>A switchable quirk of an emulator that devices on the market have.</summary>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="Device">Kind of device that can have it: <c>signal-controller</c>, <c>rsu</c>, <c>obu</c>; <c>snmp-agent</c> for each that is managed by SNMP.</param>
/// <param name="Description">What the device does its own way.</param>
public sealed record EmulatorPersonality(string Name, string Device, string Description);
