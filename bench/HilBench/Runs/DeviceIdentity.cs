using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>One device of a rig.</summary>
/// <param name="Name">Name in the rig, for example <c>rsu1</c>.</param>
/// <param name="Kind">Kind: <c>signal-controller</c>, <c>rsu</c>, <c>obu</c>.</param>
/// <param name="Driver">What stands there, for example <c>emulator</c>.</param>
/// <param name="Version">Version of the emulator, or as the device states it.</param>
/// <param name="Dut">True when the run judges it.</param>
/// <param name="Defects">Defects switched on, by name; empty for a clean device.</param>
public sealed record DeviceIdentity(string Name, string Kind, string Driver, string Version, bool Dut, ImmutableArray<string> Defects);
