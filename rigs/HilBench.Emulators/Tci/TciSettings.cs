using System.Collections.Immutable;
using HilBench.Wire.Tci;

namespace HilBench.Emulators.Tci;

/// <summary>What the Test Control Interface of an emulated unit is set to.</summary>
/// <param name="Model">Model name that it states, 1 to 255 octets.</param>
/// <param name="Firmware">Version of the firmware that it states, 1 to 50 octets.</param>
/// <param name="Encoding">The agreed encoding.</param>
/// <param name="Personalities">Personalities switched on, by name (<see cref="PersonalityTable"/>).</param>
public sealed record TciSettings(string Model, string Firmware, TciEncoding Encoding, ImmutableHashSet<string> Personalities);
